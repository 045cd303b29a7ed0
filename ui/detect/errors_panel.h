// ErrorsPanel: the list of what is wrong with the first detection, of the recording that is shown or of all,
// and the tour through it: N goes to the next error, the player stands at its frame. Where the recording has
// none left but others do, it offers to go on in them; pressing N once more is a yes.
#pragma once

#include "ui/detect/detection_errors_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTableView;

namespace kinelens::ui {

class ActionRegistry;
class Detections;
class EmptyPage;
class LabelDocument;
class MessageBar;
class Playhead;
class Selection;

class ErrorsPanel : public QWidget {
    Q_OBJECT
public:
    ErrorsPanel(Detections& detections, LabelDocument& labels, Selection& selection, Playhead& playhead,
                QWidget* parent = nullptr);

    void addCommands(ActionRegistry& registry); // "timeline.nextError", "timeline.previousError"
    void go(bool forward);
    DetectionErrorsModel& model() { return *model_; }
    void listAll(bool all);
    MessageBar& message() { return *message_; }

signals:
    void told(); // the tour is at an end, or may go on elsewhere
    void errorShown(const kinelens::ui::DetectionError& error);

private:
    void build();
    void fill();
    void fillKinds();
    void fillCount();
    void refreshEmpty();
    bool listsAll() const;
    int errorsElsewhere() const; // of the kind that is listed, in other recordings
    void tellEnd(bool forward);
    void goOn(bool forward);
    void goTo(int row);
    int rowBeside(bool forward) const;
    void show(int row);
    void arrive();

    Detections& detections_;
    LabelDocument& labels_;
    Selection& selection_;
    Playhead& playhead_;
    DetectionErrorsModel* model_;
    MessageBar* message_;
    QStackedWidget* stack_;
    EmptyPage* empty_;
    QComboBox* scope_;
    QComboBox* kind_;
    QLabel* count_;
    QTableView* table_;
    std::optional<DetectionError> wanted_; // shown as soon as its recording is
    bool filling_ = false;
};

} // namespace kinelens::ui
