#include "ui/state/workspace_document.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace kinelens::ui {

// The list before and after; small enough to be kept whole.
class DatasetListEdit : public QUndoCommand {
public:
    DatasetListEdit(WorkspaceDocument& document, Workspace after, const QString& text)
        : QUndoCommand(text)
        , document_(document)
        , before_(document.workspace_)
        , after_(std::move(after)) {}
    void undo() override { document_.set(before_); }
    void redo() override { document_.set(after_); }

private:
    WorkspaceDocument& document_;
    Workspace before_;
    Workspace after_;
};

WorkspaceDocument::WorkspaceDocument(QString autosaveFolder, QObject* parent)
    : QObject(parent)
    , autosaveFolder_(std::move(autosaveFolder)) {
    autosaveTimer_.setSingleShot(true);
    autosaveTimer_.setInterval(2000);
    connect(&autosaveTimer_, &QTimer::timeout, this, &WorkspaceDocument::autosave);
    connect(&undo_, &QUndoStack::cleanChanged, this, &WorkspaceDocument::fileChanged);
}

WorkspaceDocument::~WorkspaceDocument() {
    if (autosaveTimer_.isActive()) autosave();
}

QString WorkspaceDocument::title() const {
    return file_.isEmpty() ? tr("Unsaved workspace") : QFileInfo(file_).completeBaseName();
}

QStringList WorkspaceDocument::datasets() const {
    QStringList files;
    for (const std::string& file : workspace_.datasets) files << QString::fromStdString(file);
    return files;
}

void WorkspaceDocument::addDataset(const QString& file) {
    const std::string path = QFileInfo(file).absoluteFilePath().toStdString();
    if (std::find(workspace_.datasets.begin(), workspace_.datasets.end(), path) != workspace_.datasets.end())
        return;
    Workspace after = workspace_;
    after.datasets.push_back(path);
    edit(std::move(after), tr("Add %1").arg(QFileInfo(file).fileName()));
}

void WorkspaceDocument::removeDataset(const QString& file) {
    Workspace after = workspace_;
    if (std::erase(after.datasets, QFileInfo(file).absoluteFilePath().toStdString()) == 0) return;
    const QString name = QFileInfo(file).fileName();
    edit(std::move(after),
         tr("Removed %1 from the workspace").arg(name) + QLatin1Char('\n') + tr("Remove %1").arg(name));
}

// Who edits has taken what was recovered.
void WorkspaceDocument::edit(Workspace after, const QString& text) {
    undo_.push(new DatasetListEdit(*this, std::move(after), text));
    setSaved({});
}

void WorkspaceDocument::set(Workspace workspace) {
    workspace_ = std::move(workspace);
    autosaveTimer_.start();
    emit changed();
}

void WorkspaceDocument::open(const QString& file, Workspace workspace) {
    if (autosaveTimer_.isActive()) autosave();
    file_ = QFileInfo(file).absoluteFilePath();
    undo_.clear();
    setSaved({});
    set(std::move(workspace));
    autosaveTimer_.stop();
    emit fileChanged();
}

Result<void> WorkspaceDocument::saveAs(const QString& file) {
    if (file.isEmpty()) return fail(ErrorCode::invalid_argument, "workspace", "it has no file yet");
    const QString path = QFileInfo(file).absoluteFilePath();
    KINELENS_CHECK(write_workspace(path.toStdString(), workspace_));
    discardRecovery();
    file_ = path;
    setSaved({});
    undo_.setClean();
    emit fileChanged();
    return {};
}

QString WorkspaceDocument::autosaveFile() const {
    if (!file_.isEmpty()) return file_ + QStringLiteral("-autosave");
    return autosaveFolder_ + QStringLiteral("/unsaved.kinelens-autosave");
}

// What was undone must not come back as something to recover.
void WorkspaceDocument::autosave() {
    if (!modified()) return discardRecovery();
    QDir().mkpath(QFileInfo(autosaveFile()).absolutePath());
    // Failing to keep a copy is no reason to disturb: saving itself will say why it cannot.
    (void)write_workspace(autosaveFile().toStdString(), workspace_);
}

bool WorkspaceDocument::recover() {
    const auto kept = read_workspace(autosaveFile().toStdString());
    if (!kept || *kept == workspace_) return false;
    if (!file_.isEmpty()) setSaved(workspace_);
    undo_.clear();
    undo_.resetClean(); // no step leads to what is saved
    set(*kept);
    emit fileChanged();
    return true;
}

void WorkspaceDocument::setSaved(std::optional<Workspace> saved) {
    if (saved == saved_) return;
    saved_ = std::move(saved);
    emit recoveryChanged();
}

void WorkspaceDocument::dropRecovered() {
    if (!saved_) return;
    edit(*saved_, tr("Dropped the recovered changes") + QLatin1Char('\n') + tr("Drop the recovered changes"));
    undo_.setClean();
}

void WorkspaceDocument::discardRecovery() {
    autosaveTimer_.stop();
    QFile::remove(autosaveFile());
}

} // namespace kinelens::ui
