// JobRunner: starts a kinelens-cli verb as a process of its own, detached and at lower priority. Closing the
// window changes nothing for it; what it does is read from its run folder.
#pragma once

#include "core/experiment/run_folder.h"

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

    // Error: process_failed if the program cannot be started, file_unwritable for the folder.
    Result<void> start(const JobRequest& request);

    // Resumes a run that stopped or was lost.
    Result<void> resume(const QString& folder);

    // The same words a terminal would take.
    QString commandLine(const JobRequest& request) const;

    // A folder below `parent` that does not exist yet: "pretrain-0001" and so on.
    static QString freeFolder(const QString& parent, const QString& verb);

signals:
    // The process ended before its run began; the text holds its last words.
    void startFailed(const QString& folder, const QString& last_words);

private:
    Result<void> launch(const QStringList& arguments, const QString& folder);
    void watchStart(const QString& folder, qint64 process_id);

    QString program_;
};

} // namespace kinelens::ui
