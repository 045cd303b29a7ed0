#include "ui/windows/detect_mode.h"

#include "ui/detect/detection_menu.h"
#include "ui/detect/errors_panel.h"
#include "ui/detect/label_words.h"
#include "ui/detect/timeline_panel.h"
#include "ui/detect/tuning_panel.h"
#include "ui/forms/checkpoint_form.h"
#include "ui/messages/error_sentences.h"
#include "ui/windows/desktop.h"

namespace kinelens::ui {

// The timeline comes first: it knows a new recording before an error in it is shown.
DetectMode::DetectMode(Desktop& desktop, QObject* parent)
    : QObject(parent)
    , desktop_(desktop)
    , timeline_(new TimelinePanel({desktop.datasets, desktop.selection, desktop.playhead, desktop.labels,
                                   desktop.detections, desktop.scanner}))
    , errors_(new ErrorsPanel(desktop.detections, desktop.labels, desktop.selection, desktop.playhead))
    , tuning_(new TuningPanel(desktop.detections))
    , form_(new CheckpointForm({detectionKind(), detectionTrainingKind()}, tr("Detection"),
                               desktop.formParts())) {
    errors_->addCommands(desktop.actions);
    timeline_->addCommands(desktop.actions);
    connect(errors_, &ErrorsPanel::errorShown, this, [this](const DetectionError& error) {
        timeline_->view().range().reveal(static_cast<double>(error.start), static_cast<double>(error.end));
        timeline_->view().chooseError(error);
    });
    connect(form_, &CheckpointForm::started, this, [this](const QString& folder) {
        timeline_->detectionMenu().showRuns({folder}); // as soon as it is complete
        desktop_.chosenRuns.want(folder);
    });
    connect(&desktop.chosenRuns, &ChosenRuns::chosen, &timeline_->detectionMenu(), &DetectionMenu::showRuns);
    // What is taken back or done again is seen.
    connect(&desktop.labels, &LabelDocument::changed, this, [this](const QString& sequence) {
        if (desktop_.undo.stepping() && !sequence.isEmpty()) desktop_.selection.setCurrent(sequence);
    });
    connect(&desktop.labels, &LabelDocument::failed, this,
            [this](const Error& error) { desktop_.issues.add(errorSentence(error)); });
    connect(&desktop.labels, &LabelDocument::leftOut, this,
            [this](const LabelsLeft& left) { desktop_.issues.add(leftOutText(left)); });
    connect(&desktop.detections, &Detections::failed, this,
            [this](const Error& error) { desktop_.issues.add(errorSentence(error)); });
}

void DetectMode::setActive(bool active) {
    timeline_->setCommandsEnabled(active);
}

void DetectMode::showPlaces(const QStringList& places) {
    timeline_->detectionMenu().showPlaces(places);
}

} // namespace kinelens::ui
