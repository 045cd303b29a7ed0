// The reading half of RunFeed: polls events.jsonl and the heartbeat on its own thread.
#pragma once

#include "core/experiment/event_reader.h"
#include "core/experiment/run_folder.h"

#include <QObject>
#include <QTimer>

namespace kinelens::ui {

class RunFeedWorker : public QObject {
    Q_OBJECT
public:
    explicit RunFeedWorker(const QString& folder);
    void begin(); // on the worker thread

signals:
    void read(const std::vector<kinelens::TimedEvent>& events, bool process_lost);

private:
    void poll();
    bool processLost();

    RunPaths paths_;
    EventReader reader_;
    QTimer* timer_ = nullptr;
    bool open_ = false; // started and not finished
    bool lost_ = false;
    int polls_ = 0;
};

} // namespace kinelens::ui
