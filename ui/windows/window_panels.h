// WindowPanels: every panel of the window, made of what they share. They belong to whoever shows them.
#pragma once

class QObject;

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
