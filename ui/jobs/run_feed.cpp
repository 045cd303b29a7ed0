#include "ui/jobs/run_feed.h"

#include "ui/jobs/run_feed_worker.h"

namespace kinelens::ui {
namespace {

constexpr int poll_ms = 100;

} // namespace

RunFeedWorker::RunFeedWorker(const QString& folder)
    : watch_(folder.toStdString()) {}

void RunFeedWorker::begin() {
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &RunFeedWorker::poll);
    timer->start(poll_ms);
    poll();
}

void RunFeedWorker::poll() {
    do {
        auto events = watch_.look();
        if (!events) break;
        RunNews news{{}, watch_.standing(), told_.verb, QString::fromStdString(watch_.last_words())};
        if (watch_.experiment())
            news.verb = QString::fromStdString(watch_.experiment()->verb);
        else if (watch_.launch())
            news.verb = QString::fromStdString(watch_.launch()->verb);
        const bool same = news == told_;
        told_ = news;
        news.events = std::move(*events);
        if (!same || !news.events.empty()) emit read(news);
    } while (!watch_.at_end());
}

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
    last_ = {{}, news.standing, news.verb, news.lastWords};
    if (!throttle_.isActive()) throttle_.start();
}

} // namespace kinelens::ui
