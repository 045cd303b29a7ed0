#include "ui/windows/opener.h"

#include "core/dataset/workspace.h"
#include "core/experiment/experiment.h"
#include "core/foundation/files.h"
#include "ui/browse/datasets_panel.h"
#include "ui/explore/embedding_panel.h"
#include "ui/forms/preset_box.h"
#include "ui/messages/error_sentences.h"
#include "ui/train/training_panel.h"
#include "ui/widgets/panel_dock.h"
#include "ui/widgets/toast.h"
#include "ui/windows/desktop.h"
#include "ui/windows/detect_mode.h"
#include "ui/windows/mode_arrangements.h"
#include "ui/windows/opened_paths.h"
#include "ui/windows/window_panels.h"
#include "ui/windows/window_session.h"
#include "ui/windows/workspace_question.h"

#include <QFileInfo>
#include <utility>

namespace kinelens::ui {
namespace {

// Where a run of its verb is looked at.
QString modeOfRun(const QString& folder) {
    const Path file = Path(folder.toStdString()) / "experiment.json";
    const auto text = read_text_file(file);
    if (!text) return ModeArrangements::ofVerb({});
    const auto asked = experiment_from_json(*text, file.string());
    return ModeArrangements::ofVerb(asked ? asked->verb : std::string());
}

} // namespace

Opener::Opener(const Parts& parts, QWidget& window)
    : QObject(&window)
    , parts_(parts)
    , window_(window) {
    connect(parts_.panels.datasets, &DatasetsPanel::datasetOpened, this, &Opener::goOn);
    connect(&parts_.desktop.datasets, &DatasetService::openFailed, this, &Opener::giveUp);
    connect(parts_.panels.datasets, &DatasetsPanel::notOpened, this, &Opener::tell);
    connect(&parts_.desktop.playhead, &Playhead::sequenceChanged, this, &Opener::playDemo);
}

void Opener::openPaths(const QStringList& paths) {
    const OpenedPaths sorted = sortPaths(paths);
    if (sorted.empty()) return;
    if (!sorted.workspaces.isEmpty() && !openWorkspace(sorted.workspaces.first())) return;
    if (!sorted.runs.isEmpty()) showRuns(sorted.runs);
    if (!sorted.maps.isEmpty()) {
        parts_.modes.enter(QStringLiteral("explore"));
        parts_.panels.embedding->openMaps(sorted.maps);
    }
    if (!sorted.detections.isEmpty()) {
        parts_.modes.enter(QStringLiteral("detect"));
        if (sorted.datasets.isEmpty())
            parts_.panels.detect->showPlaces(sorted.detections);
        else
            detections_ = sorted.detections; // when the dataset is there
    }
    if (sorted.datasets.isEmpty() && sorted.recordings.isEmpty()) return;
    if (parts_.modes.mode().isEmpty() || !sorted.recordings.isEmpty())
        parts_.modes.enter(QStringLiteral("browse"));
    if (!sorted.datasets.isEmpty()) parts_.panels.datasets->openDatasets(sorted.datasets);
    if (!sorted.recordings.isEmpty()) parts_.panels.datasets->offerImport(sorted.recordings);
}

void Opener::showRuns(const QStringList& folders) {
    const bool one = folders.size() == 1;
    parts_.modes.enter(one ? modeOfRun(folders.first()) : QStringLiteral("train"));
    if (one) parts_.desktop.chosenRuns.want(folders.first()); // known by now or soon
    parts_.panels.training->showRuns(folders);
}

// Read before anything is asked or let go: one that cannot be read leaves all as it is.
bool Opener::openWorkspace(const QString& file) {
    Desktop& desktop = parts_.desktop;
    auto read = read_workspace(QFileInfo(file).absoluteFilePath().toStdString());
    if (!read) {
        parts_.panels.datasets->showError(read.error());
        tell(errorSentence(read.error()));
        return false;
    }
    if (!mayLetGo(desktop.workspace, &window_)) return false;
    (void)parts_.session.save();
    desktop.datasets.close(); // it was the other workspace's
    desktop.workspace.open(file, std::move(*read));
    desktop.workspace.recover();
    desktop.preferences.addRecentFile(file);
    parts_.session.restore();
    if (!parts_.session.opening() && !desktop.workspace.datasets().isEmpty())
        parts_.panels.datasets->openDataset(desktop.workspace.datasets().first());
    return true;
}

void Opener::startDemo(bool train) {
    parts_.modes.enter(train ? QStringLiteral("train") : QStringLiteral("browse"));
    trainDemo_ = train;
    playDemo_ = true;
    parts_.panels.datasets->makeDemo();
}

void Opener::goOn() {
    if (!detections_.isEmpty()) parts_.panels.detect->showPlaces(std::exchange(detections_, {}));
    if (!std::exchange(trainDemo_, false)) return;
    JobForm& form = *parts_.panels.training->form();
    form.preset().choose(QStringLiteral("compact"));
    if (const auto run = form.startRun(); !run) parts_.desktop.issues.add(errorSentence(run.error()));
}

// What was to be done with a dataset does not wait for another.
void Opener::giveUp() {
    trainDemo_ = playDemo_ = false;
    detections_.clear();
}

void Opener::playDemo() {
    Playhead& playhead = parts_.desktop.playhead;
    if (!playDemo_ || playhead.frames() < 2) return;
    playDemo_ = false;
    QMetaObject::invokeMethod(&playhead, &Playhead::play, Qt::QueuedConnection);
}

void Opener::showOnly(const QStringList& names) {
    parts_.modes.enter(QStringLiteral("browse"));
    parts_.panels.datasets->showOnly(names);
}

void Opener::showDetections(const QStringList& places) {
    parts_.modes.enter(QStringLiteral("detect"));
    parts_.panels.detect->showPlaces(places);
}

// A panel that is in view says it itself.
void Opener::tell(const QString& sentences) {
    parts_.desktop.issues.add(sentences);
    if (!isInView(*parts_.panels.datasets)) parts_.toast.tell(sentences);
}

} // namespace kinelens::ui
