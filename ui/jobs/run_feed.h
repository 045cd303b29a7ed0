// RunFeed: follows one run folder. Reading and decoding happen on a worker thread; the folded history lives
// in the GUI thread and is announced at most every 40 ms, and always once after the last event.
#pragma once

#include "core/experiment/run_history.h"

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
    // Of the events; lost when the process is gone without a last one.
    RunState state() const;

    static constexpr int update_interval_ms = 40;

signals:
    void updated();

private:
    void take(const std::vector<TimedEvent>& events, bool process_lost);

    QString folder_;
    RunHistory history_;
    bool lost_ = false;
    QTimer throttle_;
    QThread thread_;
    RunFeedWorker* worker_;
};

} // namespace kinelens::ui
