// JobRunner: starts a kinelens-cli verb as a process of its own, detached and at lower priority, and asks
// runs to stop, pause and go on. Closing the window changes nothing for a job; what it does is read from its
// run folder, and `launch.json` there says to every later window which process was started for it.
#pragma once

#include "core/experiment/control.h"
#include "core/experiment/process_mark.h"
#include "core/experiment/run_state.h"

#include <QObject>
#include <QStringList>

namespace kinelens::ui {

struct JobRequest {
    QString verb;
    QStringList arguments; // without --run
    QString folder;        // run folder, made if it is missing
};

class JobRunner : public QObject {
    Q_OBJECT
public:
    // An empty program means kinelens-cli beside this executable.
    explicit JobRunner(QString program = {}, QObject* parent = nullptr);

    // Errors: process_failed if the program cannot be started, disk_full and file_unwritable for the folder.
    // What did not start leaves no folder behind.
    Result<void> start(const JobRequest& request);

    // Starts a process that goes on with a run for which can_resume() is true. Error: file_not_found where
    // there is no such folder any more; none is made.
    Result<void> resume(const QString& folder);

    // Leaves a request for the process that works in `folder`; a stop reaches it on a full disk as well.
    Result<void> ask(const QString& folder, ControlRequest request);

    // The same words a terminal would take.
    QString commandLine(const JobRequest& request) const;

    // A folder below `parent` that does not exist yet: "pretrain-0001" and so on.
    static QString freeFolder(const QString& parent, const QString& verb);

signals:
    // The process ended before its run began, however long that took; the text holds its last words.
    void startFailed(const QString& folder, const QString& last_words);
    // A process was started for the run, whatever came of an earlier one.
    void launched(const QString& folder);
    // A process was started for the run, asked for something, or ended: its folder is worth a look.
    void changed(const QString& folder);

private:
    static Result<void> makeFolder(const QString& folder);
    Result<void> launch(const QString& verb, const QStringList& arguments, const QString& folder);
    Result<qint64> startDetached(const QStringList& arguments, const QString& folder);
    void watch(const QString& folder, const ProcessMark& process, qint64 events);

    QString program_;
};

} // namespace kinelens::ui
