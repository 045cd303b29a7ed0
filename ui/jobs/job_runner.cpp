#include "ui/jobs/job_runner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>
#include <cerrno>
#include <csignal>
#include <memory>

namespace kinelens::ui {
namespace {

constexpr int start_check_ms = 250;
constexpr int start_checks = 240; // a minute: LibTorch on a cold disk takes its time

QString launchLog(const QString& folder) {
    return folder + QStringLiteral("/launch.txt");
}

QString lastWords(const QString& file) {
    QFile log(file);
    if (!log.open(QIODevice::ReadOnly)) return {};
    if (log.size() > 2000) log.seek(log.size() - 2000);
    return QString::fromUtf8(log.readAll()).trimmed();
}

// A detached child is nobody's: a zombie cannot be mistaken for a living one.
bool isAlive(qint64 process_id) {
    return ::kill(static_cast<pid_t>(process_id), 0) == 0 || errno == EPERM;
}

QString quoted(const QString& word) {
    static const QString special = QStringLiteral(" '\"\\$&|;()<>*?#\t\n");
    bool plain = !word.isEmpty();
    for (const QChar letter : word) plain = plain && !special.contains(letter);
    if (plain) return word;
    return QLatin1Char('\'') + QString(word).replace(QLatin1Char('\''), QStringLiteral("'\\''")) +
           QLatin1Char('\'');
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
    return launch(arguments, request.folder);
}

Result<void> JobRunner::resume(const QString& folder) {
    return launch({QStringLiteral("pretrain"), QStringLiteral("--run"), folder, QStringLiteral("--resume"),
                   QStringLiteral("--quiet")},
                  folder);
}

Result<void> JobRunner::launch(const QStringList& arguments, const QString& folder) {
    if (!QFile::exists(program_)) return fail(ErrorCode::file_not_found, program_.toStdString());
    if (!QDir().mkpath(folder)) return fail(ErrorCode::file_unwritable, folder.toStdString());
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
    stepBack(process_id);
    watchStart(folder, process_id);
    return {};
}

// Until the run's first event the process itself is watched: without it a failed start would be silent.
void JobRunner::watchStart(const QString& folder, qint64 process_id) {
    auto* timer = new QTimer(this);
    auto checks = std::make_shared<int>(0);
    connect(timer, &QTimer::timeout, this, [this, timer, folder, process_id, checks] {
        const bool alive = isAlive(process_id);
        const bool begun =
            QFile::exists(QString::fromStdString(RunPaths{folder.toStdString()}.events().string()));
        if (alive && !begun && ++*checks < start_checks) return;
        timer->deleteLater();
        if (!alive && !begun) emit startFailed(folder, lastWords(launchLog(folder)));
    });
    timer->start(start_check_ms);
}

QString JobRunner::commandLine(const JobRequest& request) const {
    QStringList words{QStringLiteral("kinelens-cli"), request.verb};
    words << request.arguments << QStringLiteral("--run") << request.folder;
    for (QString& word : words) word = quoted(word);
    return words.join(QLatin1Char(' '));
}

QString JobRunner::freeFolder(const QString& parent, const QString& verb) {
    for (int number = 1;; ++number) {
        const QString name = QStringLiteral("%1-%2").arg(verb).arg(number, 4, 10, QLatin1Char('0'));
        const QString folder = QDir(parent).filePath(name);
        if (!QFile::exists(folder)) return folder;
    }
}

} // namespace kinelens::ui
