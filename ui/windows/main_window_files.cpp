// What the window is given and what it leaves behind: files and folders to open, the session, the workspace.
#include "ui/windows/main_window.h"

#include "core/dataset/workspace.h"
#include "core/experiment/experiment.h"
#include "core/foundation/files.h"
#include "ui/browse/datasets_panel.h"
#include "ui/evaluate/evaluation_panel.h"
#include "ui/explore/embed_form.h"
#include "ui/explore/embedding_panel.h"
#include "ui/forms/checkpoint_form.h"
#include "ui/messages/error_sentences.h"
#include "ui/train/runs_panel.h"
#include "ui/train/training_panel.h"
#include "ui/windows/desktop.h"
#include "ui/windows/detect_mode.h"
#include "ui/windows/opened_paths.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QMessageBox>
#include <QSplitter>

namespace kinelens::ui {
namespace {

constexpr int keepMilliseconds = 20'000; // what a power cut may cost of how the window stands

// Where a run of its verb is looked at.
QString modeOfRun(const QString& folder) {
    const Path file = Path(folder.toStdString()) / "experiment.json";
    const auto text = read_text_file(file);
    if (!text) return ModeArrangements::ofVerb({});
    const auto asked = experiment_from_json(*text, file.string());
    return ModeArrangements::ofVerb(asked ? asked->verb : std::string());
}

} // namespace

void MainWindow::openPaths(const QStringList& paths) {
    const OpenedPaths sorted = sortPaths(paths);
    if (sorted.empty()) return;
    if (!sorted.workspaces.isEmpty() && !openWorkspace(sorted.workspaces.first())) return;
    if (!sorted.runs.isEmpty()) {
        enterMode(sorted.runs.size() == 1 ? modeOfRun(sorted.runs.first()) : QStringLiteral("train"));
        if (sorted.runs.size() == 1) runs_->select(sorted.runs.first()); // known by now or soon
        training_->showRuns(sorted.runs);
    }
    if (!sorted.maps.isEmpty()) {
        enterMode(QStringLiteral("explore"));
        embedding_->openMaps(sorted.maps);
    }
    if (!sorted.detections.isEmpty()) {
        enterMode(QStringLiteral("detect"));
        if (sorted.datasets.isEmpty())
            detect_->showPlaces(sorted.detections);
        else
            detections_ = sorted.detections; // when the dataset is there
    }
    if (sorted.datasets.isEmpty() && sorted.recordings.isEmpty()) return;
    enterMode(modes_->mode().isEmpty() || !sorted.recordings.isEmpty() ? QStringLiteral("browse")
                                                                       : modes_->mode());
    for (const QString& file : sorted.datasets.mid(1)) desktop_.workspace.addDataset(file);
    if (!sorted.datasets.isEmpty()) datasets_->openDataset(sorted.datasets.first());
    if (!sorted.recordings.isEmpty()) datasets_->offerImport(sorted.recordings);
}

// Read before anything is asked or let go: one that cannot be read leaves all as it is.
bool MainWindow::openWorkspace(const QString& file) {
    auto read = read_workspace(QFileInfo(file).absoluteFilePath().toStdString());
    if (!read) {
        datasets_->showError(read.error());
        tell(read.error(), *datasets_);
        return false;
    }
    if (!mayClose()) return false;
    (void)saveSession();
    desktop_.datasets.close(); // it was the other workspace's
    desktop_.workspace.open(file, std::move(*read));
    desktop_.workspace.recover();
    desktop_.preferences.addRecentFile(file);
    restoreSession();
    if (session_.dataset.isEmpty() && !desktop_.workspace.datasets().isEmpty())
        datasets_->openDataset(desktop_.workspace.datasets().first());
    return true;
}

void MainWindow::restoreSession() {
    session_ = keeper_.load(desktop_.sessionFile());
    modes_->readFrom(session_);
    if (!session_.geometry.isEmpty()) restoreGeometry(session_.geometry);
    datasets_->splitter().restoreState(session_.splitters.value(QStringLiteral("datasets")));
    if (session_.mode.isEmpty()) return;
    enterMode(session_.mode);
    if (!session_.dataset.isEmpty() && QFile::exists(session_.dataset))
        datasets_->openDataset(session_.dataset);
}

void MainWindow::keepParts() {
    Playhead& playhead = desktop_.playhead;
    keeper_.keep(
        QStringLiteral("speed"), [&playhead] { return playhead.speed(); },
        [&playhead](const QJsonValue& speed) { playhead.setSpeed(speed.toDouble(1)); });
    keeper_.keep(
        QStringLiteral("loop"), [&playhead] { return playhead.looping(); },
        [&playhead](const QJsonValue& loop) { playhead.setLooping(loop.toBool(true)); });
    keepForms();
    keepTimer_.setInterval(keepMilliseconds);
    connect(&keepTimer_, &QTimer::timeout, this, [this] {
        if (session_.dataset.isEmpty()) (void)saveSession(); // else what was left is still being opened
    });
    keepTimer_.start();
}

void MainWindow::keepForms() {
    const auto keep = [this](const char* name, auto* part) {
        keeper_.keep(
            QLatin1String(name), [part] { return part->state(); },
            [part](const QJsonValue& kept) { part->restore(kept.toObject()); });
    };
    keep("browse", datasets_);
    keep("training", training_->form());
    keep("evaluation", evaluation_->view());
    keep("evaluation form", evaluation_->form());
    keep("detection form", detect_->form());
    keep("map form", embedding_->form());
}

bool MainWindow::saveSession() {
    Session session;
    modes_->writeTo(session);
    session.geometry = saveGeometry();
    session.splitters[QStringLiteral("datasets")] = datasets_->splitter().saveState();
    if (const OpenDatasetPtr open = desktop_.datasets.dataset()) session.dataset = open->file;
    session.sequence = desktop_.selection.current();
    return keeper_.save(std::move(session), desktop_.sessionFile());
}

// A workspace that never had a file is kept by itself; only one with a file has something to ask.
bool MainWindow::mayClose() {
    WorkspaceDocument& workspace = desktop_.workspace;
    if (!workspace.modified() || workspace.file().isEmpty()) return true;
    const auto answer = QMessageBox::question(this, tr("Save the workspace?"),
                                              tr("%1 has unsaved changes.").arg(workspace.title()),
                                              QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    if (answer == QMessageBox::Cancel) return false;
    if (answer == QMessageBox::Discard) workspace.discardRecovery();
    if (answer != QMessageBox::Save) return true;
    const auto saved = workspace.save();
    if (!saved) QMessageBox::warning(this, tr("Not saved"), errorSentence(saved.error()));
    return saved.has_value();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayClose()) {
        event->ignore();
        return;
    }
    if (!saveSession())
        desktop_.issues.add(tr("The session could not be saved to %1.").arg(desktop_.sessionFile()));
    event->accept();
}

} // namespace kinelens::ui
