// The reading half of RunFeed: looks at the run's folder on its own thread.
#pragma once

#include "core/experiment/run_watch.h"
#include "ui/jobs/run_news.h"

#include <QObject>

namespace kinelens::ui {

class RunFeedWorker : public QObject {
    Q_OBJECT
public:
    explicit RunFeedWorker(const QString& folder);
    void begin(); // on the worker thread

signals:
    void read(const kinelens::ui::RunNews& news);

private:
    void poll();

    Path folder_;
    RunWatch watch_;
    RunNews told_; // without the events
};

} // namespace kinelens::ui
