// WindowPanels: every panel of the window, made of what they share. They belong to whoever shows them.
#pragma once

#include <QHash>
#include <QList>
#include <QString>

class QObject;
class QWidget;

namespace kinelens::ui {

struct Desktop;
class DatasetsPanel;
class DetectMode;
class EmbeddingPanel;
class EvaluationPanel;
class MapCommands;
class NeighboursPanel;
class PlayerPanel;
class RunsPanel;
class TrainingPanel;

struct WindowPanels {
    WindowPanels(Desktop& desktop, QObject* window);

    // Of each mode its main view, then what stands there while it has nothing to show.
    QHash<QString, QList<QWidget*>> mainViews() const;

    DatasetsPanel* datasets;
    PlayerPanel* player;
    TrainingPanel* training;
    RunsPanel* runs;
    EvaluationPanel* evaluation;
    EmbeddingPanel* embedding;
    NeighboursPanel* neighbours;
    DetectMode* detect;
    MapCommands* mapCommands;
};

} // namespace kinelens::ui
