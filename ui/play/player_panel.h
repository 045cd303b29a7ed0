// PlayerPanel: the sequence that is chosen, in 3D, with what is known of it.
#pragma once

#include "ui/state/dataset_service.h"
#include "viz/scene/skeleton_scene.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QToolBar;

namespace kinelens::viz {
class SceneView;
}

namespace kinelens::ui {

class ActionRegistry;
class EmptyPage;
class IntervalStrip;
class JointNames;
class LabelDocument;
class MessageBar;
class Playhead;
class Selection;

class PlayerPanel : public QWidget {
    Q_OBJECT
public:
    PlayerPanel(DatasetService& service, Selection& selection, Playhead& playhead, LabelDocument& labels,
                QWidget* parent = nullptr);

    // Adds this panel's commands (views, trails, follow, names, overlays) and its buttons for them.
    void addCommands(ActionRegistry& registry);

    // What the empty page's button does.
    void setFiller(const QString& text, std::function<void()> action);

    viz::SceneView& view() { return *view_; }

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* target, QEvent* event) override;

private:
    QWidget* makeStage(LabelDocument& labels);
    void wanted(const QString& sequence);
    void show(int sequence, const MotionPtr& motion);
    void showFrame(qint64 frame);
    void showNothing();
    void updateInfo();
    void updateOverlays();
    void fitCaption(QLabel& caption);
    void colourInfo();
    void look(viz::Viewpoint viewpoint);

    DatasetService& service_;
    Selection& selection_;
    Playhead& playhead_;
    QStackedWidget* stack_;
    EmptyPage* empty_;
    MessageBar* message_;
    QToolBar* bar_;
    viz::SceneView* view_;
    QLabel* info_;
    QLabel* transform_;
    JointNames* names_;
    IntervalStrip* strip_;
    viz::SceneOptions options_;
    MotionPtr motion_;
    BodyDoubts doubts_; // of the motion
    int sequence_ = -1;
    bool overlays_ = true;
    bool framed_ = false; // the camera holds a recording of this dataset already
};

} // namespace kinelens::ui
