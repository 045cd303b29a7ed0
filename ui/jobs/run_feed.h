// RunFeed: follows one run folder. Reading and decoding happen on a worker thread; the folded history lives
// in the GUI thread and is announced at most every 40 ms, and always once after the last event.
#pragma once

#include "ui/jobs/run_news.h"

#include <QObject>
#include <QThread>
#include <QTimer>

namespace kinelens::ui {

class RunFeedWorker; // lives on the worker thread

class RunFeed : public QObject {
    Q_OBJECT
public:
    explicit RunFeed(QString folder, QObject* parent = nullptr);
    ~RunFeed() override;

    const QString& folder() const { return folder_; }
    const RunHistory& history() const { return history_; }
    RunState state() const { return last_.standing.state; }
    // What it was asked for and has not done yet: stop, pause or resume.
    std::optional<ControlRequest> pending() const { return last_.standing.pending; }
    std::string verb() const { return last_.verb.toStdString(); }
    // What was asked of it is written down: a new process can go on with it.
    bool begun() const { return last_.begun; }
    // Its folder was moved or removed; all else is of the time before.
    bool gone() const { return !last_.there; }
    const QString& lastWords() const { return last_.lastWords; }

    static constexpr int update_interval_ms = 40;

signals:
    void updated();

private:
    void take(const RunNews& news);

    QString folder_;
    RunHistory history_;
    RunNews last_; // without the events
    QTimer throttle_;
    QThread thread_;
    RunFeedWorker* worker_;
};

} // namespace kinelens::ui
