#include "ui/jobs/run_feed_worker.h"

#include <QTimer>

namespace kinelens::ui {
namespace {

constexpr int poll_ms = 100;

} // namespace

RunFeedWorker::RunFeedWorker(const QString& folder)
    : folder_(folder.toStdString())
    , watch_(folder_) {}

void RunFeedWorker::begin() {
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &RunFeedWorker::poll);
    timer->start(poll_ms);
    poll();
}

void RunFeedWorker::poll() {
    std::error_code ignored;
    const bool there = std::filesystem::exists(folder_, ignored);
    if (!there && told_.there) {
        told_.there = false;
        emit read(told_);
    }
    if (!there) return;
    do {
        auto events = watch_.look();
        if (!events) break;
        RunNews news{{}, watch_.standing(), told_.verb, QString::fromStdString(watch_.last_words())};
        news.begun = watch_.experiment().has_value();
        if (news.begun)
            news.verb = QString::fromStdString(watch_.experiment()->verb);
        else if (watch_.launch())
            news.verb = QString::fromStdString(watch_.launch()->verb);
        const bool same = news == told_;
        told_ = news;
        news.events = std::move(*events);
        if (!same || !news.events.empty()) emit read(news);
    } while (!watch_.at_end());
}

} // namespace kinelens::ui
