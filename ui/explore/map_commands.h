// MapCommands: what can be done with the shown map, as commands with their keys: its tools, moves and
// exports. They stand in the view's tool bar as well.
#pragma once

#include <QList>
#include <QObject>
#include <functional>

class QAction;
class QKeySequence;
class QMenu;

namespace kinelens::ui {

class ActionRegistry;
class EmbeddingView;

class MapCommands : public QObject {
    Q_OBJECT
public:
    MapCommands(EmbeddingView& view, ActionRegistry& registry); // a part of the view

    void setEnabled(bool on); // their keys are other modes' keys too

signals:
    void subsetWanted(const QStringList& names); // the dataset's table shall show these alone

private:
    using Save = std::function<bool(const QString& file)>;

    QAction* add(const char* id, const QString& text, const QKeySequence& key, std::function<void()> run);
    void addTools();
    void addMoves();
    void addWalks();
    void addExports();
    void refresh();
    QString whyNot(const QString& command) const; // it cannot run; empty: it can
    void saveAs(const QString& title, const QString& kinds, const Save& save);

    EmbeddingView& view_;
    ActionRegistry& registry_;
    QList<QAction*> actions_;
    bool enabled_ = true;
};

} // namespace kinelens::ui
