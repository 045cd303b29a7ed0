#include "ui/detect/detection_menu.h"

#include "ui/detect/detections.h"
#include "ui/train/run_list_model.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <utility>

namespace kinelens::ui {
namespace {

bool detects(const RunEntry& run) {
    return run.experiment.verb == "detect" || run.experiment.verb == "detect-train";
}

bool detected(const RunEntry& run) {
    return detects(run) && run.state == RunState::completed;
}

} // namespace

DetectionMenu::DetectionMenu(Detections& detections, RunScanner& scanner, QWidget* parent)
    : QToolButton(parent)
    , detections_(detections)
    , scanner_(scanner) {
    setAccessibleName(tr("Detections side by side"));
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &DetectionMenu::fill);
    connect(&detections_, &Detections::runsChanged, this, &DetectionMenu::refresh);
    connect(&scanner_, &RunScanner::changed, this, [this] {
        showRuns(QStringList(wanted_));
        offer();
        tell();
    });
    refresh();
}

void DetectionMenu::showRuns(const QStringList& folders) {
    QStringList ready;
    wanted_.clear();
    for (const QString& folder : folders) {
        const RunEntry* run = scanner_.find(folder);
        if (run && detected(*run))
            ready << folder;
        else if (!run || detects(*run))
            wanted_ << folder;
    }
    if (!ready.isEmpty()) choose(ready);
    tell();
}

void DetectionMenu::show(const QStringList& places) {
    if (places == shown_) return;
    shown_ = places;
    detections_.show(shown_);
}

void DetectionMenu::choose(const QStringList& places) {
    chosen_ = true;
    show(places);
    tell();
}

void DetectionMenu::setDataset(const QString& file) {
    if (file == dataset_) return;
    dataset_ = file;
    chosen_ = false;
    offered_.clear();
    show({});
    offer();
}

void DetectionMenu::offer() {
    if (chosen_ || !shown_.isEmpty() || dataset_.isEmpty()) return;
    const QString wanted = QFileInfo(dataset_).absoluteFilePath();
    for (const RunEntry& run : scanner_.runs())
        if (detected(run) && QString::fromStdString(run.experiment.data) == wanted) {
            if (std::exchange(offered_, run.folder) != run.folder) show({run.folder});
            return;
        }
}

// What could not be read is not shown, and no file to come back to.
void DetectionMenu::takeShown() {
    const QStringList places = detections_.places();
    const auto inOrder = [](QStringList list) {
        list.sort();
        return list;
    };
    if (inOrder(places) != inOrder(shown_)) shown_ = places;
    for (const QString& place : places)
        if (!scanner_.find(place) && !files_.contains(place)) files_ << place;
}

void DetectionMenu::openFile() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Open predictions"), scanner_.runsFolder(),
                                                      tr("Predictions (*.json)"));
    if (!file.isEmpty()) showPlaces(shown_ + QStringList{file});
}

void DetectionMenu::showPlaces(const QStringList& places) {
    choose(places);
}

void DetectionMenu::fill() {
    menu()->clear();
    const auto add = [this](const QString& place, const QString& text) {
        QAction* action = menu()->addAction(text);
        action->setToolTip(place);
        action->setCheckable(true);
        action->setChecked(shown_.contains(place));
        connect(action, &QAction::toggled, this, [this, place](bool on) {
            QStringList places = shown_;
            places.removeAll(place);
            if (on) places << place;
            choose(places);
        });
    };
    for (const RunEntry& run : scanner_.runs())
        if (detected(run)) add(run.folder, QFileInfo(run.folder).fileName());
    for (const QString& file : files_) add(file, QFileInfo(file).fileName());
    if (menu()->isEmpty()) menu()->addAction(tr("No run has detected anything yet"))->setEnabled(false);
    menu()->addSeparator();
    menu()->addAction(tr("Open predictions…"), this, &DetectionMenu::openFile);
}

// A run that was chosen and is not complete: how it goes, or why nothing comes of it.
bool DetectionMenu::tellWanted() {
    const RunEntry* run = wanted_.isEmpty() ? nullptr : scanner_.find(wanted_.first());
    const QString reason = run ? runReason(*run) : QString();
    setToolTip(reason.isEmpty() ? tr("Which detections stand side by side below the labels") : reason);
    if (run)
        setText(tr("%1: %2").arg(QFileInfo(run->folder).fileName(), runStateText(run->state, run->pending)));
    return run != nullptr;
}

void DetectionMenu::refresh() {
    if (!detections_.reading()) takeShown();
    tell();
}

void DetectionMenu::tell() {
    if (tellWanted()) return;
    const auto count = static_cast<int>(detections_.runs().size());
    setText(detections_.reading() ? tr("Reading…")
            : count == 0          ? tr("Detections")
            : count == 1          ? detections_.first()->name
                                  : tr("%1 detections").arg(count));
}

} // namespace kinelens::ui
