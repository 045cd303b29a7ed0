#include "ui/jobs/job_runner.h"

#include "core/experiment/control.h"
#include "core/experiment/experiment.h"
#include "core/experiment/run_watch.h"
#include "ui/background/when_done.h"
#include "ui/jobs/shell_line.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QTimer>
#include <QtConcurrent>

namespace kinelens::ui {
namespace {

constexpr int watch_ms = 250;
constexpr qint64 leastFreeBytes = 1 << 20; // what a run writes before its first result

QString launchLog(const QString& folder) {
    return QString::fromStdString(RunPaths{folder.toStdString()}.launch_words().string());
}

qint64 bytesOfEvents(const QString& folder) {
    return QFile(QString::fromStdString(RunPaths{folder.toStdString()}.events().string())).size();
}

// Some file systems do not say how large they are.
bool isFull(const QStorageInfo& storage) {
    return storage.bytesTotal() > 0 && storage.bytesAvailable() < leastFreeBytes;
}

// Linux weighs whole sessions against each other, and a detached process has its own: its niceness alone
// would count for nothing beside the window.
void stepBack(qint64 process_id) {
    QFile group(QStringLiteral("/proc/%1/autogroup").arg(process_id));
    if (group.open(QIODevice::WriteOnly)) group.write("10");
}

} // namespace

JobRunner::JobRunner(QString program, QObject* parent)
    : QObject(parent)
    , program_(std::move(program)) {
    if (program_.isEmpty())
        program_ = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("kinelens-cli"));
}

Result<void> JobRunner::start(const JobRequest& request) {
    QStringList arguments{request.verb};
    arguments << request.arguments << QStringLiteral("--run") << request.folder << QStringLiteral("--quiet");
    const bool isNew = !QFile::exists(request.folder);
    KINELENS_CHECK(makeFolder(request.folder));
    auto launched = launch(request.verb, arguments, request.folder);
    if (!launched && isNew) QDir(request.folder).removeRecursively(); // only what was put there just now
    return launched;
}

Result<void> JobRunner::makeFolder(const QString& folder) {
    const bool isNew = !QFile::exists(folder);
    std::error_code failed;
    std::filesystem::create_directories(folder.toStdString(), failed);
    const bool full =
        failed == std::errc::no_space_on_device || (!failed && isNew && isFull(QStorageInfo(folder)));
    if (full && isNew) QDir().rmdir(folder);
    if (full) return fail(ErrorCode::disk_full, folder.toStdString());
    if (failed) return fail(ErrorCode::file_unwritable, folder.toStdString(), failed.message());
    return {};
}

Result<void> JobRunner::resume(const QString& folder) {
    const std::string file = RunPaths{folder.toStdString()}.experiment().string();
    KINELENS_TRY(text, read_text_file(file));
    KINELENS_TRY(experiment, experiment_from_json(text, file));
    const QString verb = QString::fromStdString(experiment.verb);
    return launch(
        verb, {verb, QStringLiteral("--run"), folder, QStringLiteral("--resume"), QStringLiteral("--quiet")},
        folder);
}

Result<void> JobRunner::ask(const QString& folder, ControlRequest request) {
    KINELENS_CHECK(request == ControlRequest::stop ? stop_run(folder.toStdString())
                                                   : request_control(folder.toStdString(), {request, 0}));
    emit changed(folder);
    return {};
}

// Until the process has a number, this program stands for it: whoever looks meanwhile sees a run that starts.
Result<void> JobRunner::launch(const QString& verb, const QStringList& arguments, const QString& folder) {
    if (!QFile::exists(program_)) return fail(ErrorCode::file_not_found, program_.toStdString());
    const RunPaths paths{folder.toStdString()};
    ProcessRecord record{wall_clock_seconds(), own_process_mark(), verb.toStdString()};
    const auto before = read_process_record(paths.launch());
    if (before && before->process != record.process && life_by_launch(*before) == ProcessLife::alive)
        return fail(ErrorCode::locked, folder.toStdString(), "its process has not ended yet");
    clear_requests(paths.folder);
    KINELENS_CHECK(write_process_record(paths.launch(), record));
    const qint64 events = bytesOfEvents(folder);
    const auto process_id = startDetached(arguments, folder);
    if (!process_id) {
        QFile::remove(QString::fromStdString(paths.launch().string()));
        QFile::remove(launchLog(folder));
        return fail(process_id.error());
    }
    record.process = process_mark(*process_id);
    (void)write_process_record(paths.launch(), record); // it runs: its own heartbeat will tell
    stepBack(*process_id);
    watch(folder, record.process, events);
    emit launched(folder);
    emit changed(folder);
    return {};
}

Result<qint64> JobRunner::startDetached(const QStringList& arguments, const QString& folder) {
    QProcess process;
    const QString nice = QStandardPaths::findExecutable(QStringLiteral("nice"));
    process.setProgram(nice.isEmpty() ? program_ : nice);
    process.setArguments(nice.isEmpty()
                             ? arguments
                             : QStringList{QStringLiteral("-n"), QStringLiteral("10"), program_} + arguments);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(launchLog(folder), QIODevice::Truncate);
    process.setStandardErrorFile(launchLog(folder), QIODevice::Append);
    qint64 process_id = 0;
    if (!process.startDetached(&process_id))
        return fail(ErrorCode::process_failed, program_.toStdString(), process.errorString().toStdString());
    return process_id;
}

// For as long as the process lives: one that ended and left no more bytes of events than there were never
// began, and a start that failed would be silent.
void JobRunner::watch(const QString& folder, const ProcessMark& process, qint64 events) {
    auto* timer = new QTimer(this);
    const auto header = static_cast<qint64>(events_header_line().size()) + 1;
    const qint64 before = std::max(events, header);
    connect(timer, &QTimer::timeout, this, [this, timer, folder, process, before] {
        if (life_of(process) == ProcessLife::alive) return;
        timer->deleteLater();
        timer->stop();
        whenDone(QtConcurrent::run([folder, before] {
                     const bool begun = bytesOfEvents(folder) > before;
                     return begun ? std::optional<std::string>()
                                  : launch_words(RunPaths{folder.toStdString()});
                 }),
                 this, [this, folder](const std::optional<std::string>& words) {
                     if (words) emit startFailed(folder, QString::fromStdString(*words));
                     emit changed(folder);
                 });
    });
    timer->start(watch_ms);
}

QString JobRunner::commandLine(const JobRequest& request) const {
    QStringList words{QStringLiteral("kinelens-cli"), request.verb};
    words << request.arguments << QStringLiteral("--run") << request.folder;
    return shellLine(words);
}

QString JobRunner::freeFolder(const QString& parent, const QString& verb) {
    for (int number = 1;; ++number) {
        const QString name = QStringLiteral("%1-%2").arg(verb).arg(number, 4, 10, QLatin1Char('0'));
        const QString folder = QDir(parent).filePath(name);
        if (!QFile::exists(folder)) return folder;
    }
}

} // namespace kinelens::ui
