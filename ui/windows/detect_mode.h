// DetectMode: the panels of the Detect mode, put together.
#pragma once

#include <QObject>

namespace kinelens::ui {

struct Desktop;
class CheckpointForm;
class ErrorsPanel;
class TimelinePanel;
class TuningPanel;

class DetectMode : public QObject {
    Q_OBJECT
public:
    DetectMode(Desktop& desktop, QObject* parent);

    TimelinePanel* timeline() const { return timeline_; }
    ErrorsPanel* errors() const { return errors_; }
    TuningPanel* tuning() const { return tuning_; }
    CheckpointForm* form() const { return form_; }

    // Its keys count while it is entered, and its timeline has the focus.
    void setActive(bool active);
    void showPlaces(const QStringList& places); // predictions, wherever they lie

private:
    Desktop& desktop_;
    TimelinePanel* timeline_;
    ErrorsPanel* errors_;
    TuningPanel* tuning_;
    CheckpointForm* form_; // detect, detect-train
};

} // namespace kinelens::ui
