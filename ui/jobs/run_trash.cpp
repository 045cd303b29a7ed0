#include "ui/jobs/run_trash.h"

#include "ui/jobs/run_scanner.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <filesystem>

namespace kinelens::ui {

// Pushed when the run lies in the trash already; a step that cannot be taken leaves the stack.
class TrashStep : public QUndoCommand {
public:
    TrashStep(RunTrash& trash, QString folder, QString place)
        : QUndoCommand(RunTrash::tr("Moved %1 to the trash").arg(QFileInfo(folder).fileName()) +
                       QLatin1Char('\n') +
                       RunTrash::tr("Move %1 to the trash").arg(QFileInfo(folder).fileName()))
        , trash_(trash)
        , folder_(std::move(folder))
        , place_(std::move(place)) {}
    void undo() override {
        if (!trash_.bringBack(folder_, place_)) setObsolete(true);
        place_.clear();
    }
    void redo() override {
        if (place_.isEmpty() && !trash_.take(folder_, place_)) setObsolete(true);
    }

private:
    RunTrash& trash_;
    QString folder_;
    QString place_; // in the trash; empty: it is not there
};

RunTrash::RunTrash(RunScanner& scanner, QObject* parent)
    : QObject(parent)
    , scanner_(scanner) {}

void RunTrash::move(const RunEntry& run) {
    QString place;
    const QString folder = run.folder; // the entry may go with the next look
    if (take(folder, place)) undo_.push(new TrashStep(*this, folder, place));
}

bool RunTrash::take(const QString& folder, QString& place) {
    const QString name = QFileInfo(folder).fileName();
    const RunEntry* run = scanner_.find(folder);
    const auto moved = run ? moveRunToTrash(*run) : Result<QString>(fail(ErrorCode::not_found, "run"));
    scanner_.lookNow();
    if (moved) {
        place = *moved;
        held_.insert(folder);
        emit taken(folder);
        return true;
    }
    if (moved.error().code == ErrorCode::locked)
        emit failed(tr("%1 is still going: stop it before it is moved to the trash.").arg(name), {});
    else if (moved.error().code == ErrorCode::not_found)
        emit failed(tr("%1 is not among the runs any more.").arg(name), folder);
    else
        emit failed(
            tr("%1 was not moved to the trash: its file system has none that can be written.").arg(name),
            folder);
    return false;
}

bool RunTrash::bringBack(const QString& folder, const QString& place) {
    const QString name = QFileInfo(folder).fileName();
    const auto back = restoreFromTrash(place, folder);
    scanner_.lookNow();
    if (back || back.error().code == ErrorCode::file_not_found) held_.remove(folder);
    if (back) {
        emit restored(folder);
        return true;
    }
    if (back.error().code == ErrorCode::file_not_found)
        emit failed(tr("%1 cannot come back: it is no longer in the trash.").arg(name), place);
    else if (back.error().code == ErrorCode::already_exists)
        emit failed(
            tr("%1 cannot come back: another run has its name now. It is still in the trash.").arg(name),
            place);
    else
        emit failed(tr("%1 cannot come back to its folder. It is still in the trash.").arg(name),
                    QString::fromStdString(back.error().detail));
    return false;
}

Result<QString> moveRunToTrash(const RunEntry& run) {
    if (is_going(run.state))
        return fail(ErrorCode::locked, run.folder.toStdString(), "the run is still going");
    if (!QFile::exists(run.folder)) return fail(ErrorCode::not_found, run.folder.toStdString());
    // Without a trash Qt 6.4 would move the folder into the program's current one.
    const QDir data(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
    QString place;
    if (!data.mkpath(QStringLiteral("Trash")) || !QFile::moveToTrash(run.folder, &place))
        return fail(ErrorCode::file_unwritable, run.folder.toStdString());
    return place;
}

Result<void> restoreFromTrash(const QString& place, const QString& path) {
    if (place.isEmpty() || !QFileInfo::exists(place))
        return fail(ErrorCode::file_not_found, place.toStdString());
    if (QFileInfo::exists(path)) return fail(ErrorCode::already_exists, path.toStdString());
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return fail(ErrorCode::file_unwritable, path.toStdString());
    std::error_code failed;
    std::filesystem::rename(place.toStdString(), path.toStdString(), failed);
    if (failed) return fail(ErrorCode::file_unwritable, path.toStdString(), failed.message());
    // The trash keeps the things themselves in "files" and a note about each, by its name, in "info".
    const QFileInfo thing(place);
    QFile::remove(QDir(thing.absolutePath() + QStringLiteral("/../info"))
                      .filePath(thing.fileName() + QStringLiteral(".trashinfo")));
    return {};
}

} // namespace kinelens::ui
