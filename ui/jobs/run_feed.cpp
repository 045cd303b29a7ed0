#include "ui/jobs/run_feed.h"

#include "core/experiment/heartbeat.h"
#include "ui/jobs/run_feed_worker.h"

namespace kinelens::ui {
namespace {

constexpr int poll_ms = 100;
constexpr int polls_per_heartbeat = 10;
constexpr double heartbeat_limit_seconds = 15;

} // namespace

RunFeedWorker::RunFeedWorker(const QString& folder)
    : paths_{folder.toStdString()}
    , reader_(paths_.events()) {}

void RunFeedWorker::begin() {
    timer_ = new QTimer(this);
    connect(timer_, &QTimer::timeout, this, &RunFeedWorker::poll);
    timer_->start(poll_ms);
    poll();
}

void RunFeedWorker::poll() {
    bool any = false;
    do {
        const auto events = reader_.read_new();
        if (!events) break;
        for (const TimedEvent& event : *events) {
            if (std::holds_alternative<RunStarted>(event.event)) open_ = true;
            if (std::holds_alternative<RunFinished>(event.event)) open_ = false;
        }
        if (!events->empty()) lost_ = false;
        any = any || !events->empty();
        if (!events->empty()) emit read(*events, lost_);
    } while (!reader_.at_end());
    if (!any && ++polls_ % polls_per_heartbeat == 0 && processLost() != lost_) {
        lost_ = !lost_;
        emit read({}, lost_);
    }
}

bool RunFeedWorker::processLost() {
    return open_ && !is_alive(paths_.heartbeat(), heartbeat_limit_seconds);
}

RunFeed::RunFeed(QString folder, QObject* parent)
    : QObject(parent)
    , folder_(std::move(folder))
    , worker_(new RunFeedWorker(folder_)) {
    static const int registered = qRegisterMetaType<std::vector<kinelens::TimedEvent>>();
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

void RunFeed::take(const std::vector<TimedEvent>& events, bool process_lost) {
    for (const TimedEvent& event : events) history_.add(event);
    lost_ = process_lost;
    if (!throttle_.isActive()) throttle_.start();
}

RunState RunFeed::state() const {
    const RunState state = history_.overview().state;
    const bool open = state == RunState::running || state == RunState::paused;
    return open && lost_ ? RunState::lost : state;
}

} // namespace kinelens::ui
