#include "ui/jobs/verb_process.h"

#include "ui/messages/progress_words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>
#include <unistd.h>

namespace kinelens::ui {

VerbProcess::VerbProcess(QString program, QObject* parent)
    : QObject(parent)
    , program_(std::move(program)) {
    poll_.setInterval(100);
    connect(&poll_, &QTimer::timeout, this, &VerbProcess::readEvents);
}

VerbProcess::~VerbProcess() {
    if (!process_) return;
    process_->disconnect(this);
    process_->terminate();
    if (!process_->waitForFinished(2000)) process_->kill();
}

void VerbProcess::start(const QStringList& arguments) {
    if (running()) return;
    folder_ = std::make_unique<QTemporaryDir>();
    const QString run = folder_->filePath(QStringLiteral("run"));
    events_ = std::make_unique<EventReader>(Path(run.toStdString()) / "events.jsonl");
    cancelled_ = false;
    process_ = new QProcess(this);
    process_->setChildProcessModifier([] { [[maybe_unused]] const int unused = ::nice(5); });
    connect(process_, &QProcess::finished, this,
            [this](int code, QProcess::ExitStatus status) { finish(code, status == QProcess::CrashExit); });
    connect(process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) finish(-1, true);
    });
    process_->start(program_,
                    arguments + QStringList{QStringLiteral("--run"), run, QStringLiteral("--json")});
    poll_.start();
}

void VerbProcess::cancel() {
    if (!running() || cancelled_) return;
    cancelled_ = true;
    process_->terminate(); // the verb leaves nothing half done
}

void VerbProcess::kill() {
    if (!running()) return;
    cancelled_ = true;
    process_->kill();
}

void VerbProcess::readEvents() {
    const auto events = events_->read_new();
    if (!events) return;
    const ProgressMade* last = nullptr;
    for (const TimedEvent& event : *events)
        if (const auto* progress = std::get_if<ProgressMade>(&event.event)) last = progress;
    if (last) emit progressed(last->done, last->total, progressUnitText(last->unit));
}

void VerbProcess::finish(int exitCode, bool crashed) {
    if (!process_) return;
    poll_.stop();
    readEvents();
    QProcess* process = std::exchange(process_, nullptr);
    process->deleteLater();
    VerbEnd end;
    if (exitCode == 0 && !crashed) {
        const QList<QByteArray> lines = process->readAllStandardOutput().trimmed().split('\n');
        end.summary = QJsonDocument::fromJson(lines.last()).object();
    } else if (cancelled_ || exitCode == 130) {
        end.how = VerbEnd::How::cancelled;
    } else {
        end.how = VerbEnd::How::failed;
        const QByteArray said = process->readAllStandardError().trimmed();
        end.reason = QString::fromUtf8(said.mid(said.lastIndexOf('\n') + 1));
        end.reason.remove(QStringLiteral("kinelens-cli: "));
        if (end.reason.isEmpty()) end.reason = tr("%1: %2").arg(program_, process->errorString());
    }
    folder_.reset();
    emit ended(end);
}

QString commandLineProgram() {
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/kinelens-cli");
    if (QFileInfo(beside).isExecutable()) return beside;
    return QStandardPaths::findExecutable(QStringLiteral("kinelens-cli"));
}

} // namespace kinelens::ui
