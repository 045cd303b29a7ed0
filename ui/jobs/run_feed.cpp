#include "ui/jobs/run_feed.h"

#include "ui/jobs/run_feed_worker.h"

namespace kinelens::ui {

RunFeed::RunFeed(QString folder, QObject* parent)
    : QObject(parent)
    , folder_(std::move(folder))
    , worker_(new RunFeedWorker(folder_)) {
    static const int registered = qRegisterMetaType<kinelens::ui::RunNews>();
    Q_UNUSED(registered);
    throttle_.setSingleShot(true);
    throttle_.setInterval(update_interval_ms);
    connect(&throttle_, &QTimer::timeout, this, &RunFeed::updated);
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::started, worker_, &RunFeedWorker::begin);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    connect(worker_, &RunFeedWorker::read, this, &RunFeed::take);
    thread_.start(QThread::LowPriority);
}

RunFeed::~RunFeed() {
    thread_.quit();
    thread_.wait();
}

void RunFeed::take(const RunNews& news) {
    for (const TimedEvent& event : news.events) history_.add(event);
    last_ = news;
    last_.events.clear();
    if (!throttle_.isActive()) throttle_.start();
}

} // namespace kinelens::ui
