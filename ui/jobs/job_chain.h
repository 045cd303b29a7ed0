// JobChain: jobs that need one another's results, started one after the other while the window is open. One
// that does not complete ends the chain.
#pragma once

#include "ui/jobs/job_runner.h"

#include <deque>

namespace kinelens::ui {

class RunScanner;

class JobChain : public QObject {
    Q_OBJECT
public:
    JobChain(JobRunner& runner, RunScanner& scanner, QObject* parent = nullptr);

    // Starts the first. Errors: those of JobRunner::start(); a chain under way is given up, its job goes on.
    Result<void> start(const std::vector<JobRequest>& jobs);
    bool running() const { return !current_.isEmpty(); }

signals:
    void started(const QString& folder);
    void completed(const QStringList& folders);
    void broken(const QString& folder); // it stopped, failed or did not start

private:
    Result<void> startNext();
    void look();

    JobRunner& runner_;
    RunScanner& scanner_;
    std::deque<JobRequest> waiting_;
    QString current_;
    QStringList done_;
};

} // namespace kinelens::ui
