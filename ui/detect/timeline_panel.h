// TimelinePanel: what happens when: labels, predictions and scores of the recording that is chosen over one
// time axis, and the tools that edit labels.
#pragma once

#include "ui/detect/timeline_view.h"
#include "ui/widgets/message_bar.h"

#include <QWidget>
#include <functional>

class QLabel;
class QStackedWidget;
class QToolBar;

namespace kinelens::ui {

class ActionRegistry;
class DatasetService;
class DetectionMenu;
class EmptyPage;
class LabelDocument;
class LabelMenu;
class LabelTools;
class RunScanner;
class Selection;

struct TimelineServices {
    DatasetService& datasets;
    Selection& selection;
    Playhead& playhead;
    LabelDocument& labels;
    Detections& detections;
    RunScanner& scanner;
};

class TimelinePanel : public QWidget {
    Q_OBJECT
public:
    explicit TimelinePanel(const TimelineServices& services, QWidget* parent = nullptr);

    // Adds this panel's commands, takes those of "timeline." that others added, and makes buttons for them.
    void addCommands(ActionRegistry& registry);
    // They work while the panel is in the window.
    void setCommandsEnabled(bool on);
    void takeFocus(); // so that keys are its commands

    // What the buttons of the empty pages do: without a recording, and without predictions.
    void setFillers(const QString& open, std::function<void()> onOpen, const QString& detect,
                    std::function<void()> onDetect);

    TimelineView& view() { return *view_; }
    DetectionMenu& detectionMenu() { return *menu_; }
    LabelTools& labelTools() { return *tools_; }
    LabelMenu& labelMenu() { return *labelMenu_; }
    MessageBar& message() { return *message_; }
    MessageBar& recovery() { return *recovery_; } // what an earlier session left unsaved is back

private:
    void build();
    void sayToo(MessageBar::Kind kind, const QString& text);
    void addViewCommands(ActionRegistry& registry);
    void fillBar(ActionRegistry& registry);
    void connectMessages();
    void showRecovery();
    void step(int recordings);
    void loopChosen();
    void zoomChosen();
    void jumpToEdge(bool forward);
    void refresh();
    void offerMore(EmptyPage& page);

    TimelineServices services_;
    QStackedWidget* stack_;
    EmptyPage* empty_;
    MessageBar* message_;
    MessageBar* recovery_;
    QToolBar* bar_;
    QLabel* recording_;
    DetectionMenu* menu_;
    TimelineView* view_;
    LabelTools* tools_;
    LabelMenu* labelMenu_;
    std::vector<QAction*> commands_;
    bool enabled_ = false;
    QString detectText_;
    std::function<void()> detect_;
};

} // namespace kinelens::ui
