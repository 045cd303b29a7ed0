#include "core/experiment/run_context.h"

#include "core/experiment/run_folder.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace kinelens {
namespace {

constexpr std::chrono::milliseconds look_every{50};

// How far the job is; nothing of events that do not stand between two steps.
std::optional<std::int64_t> step_told(const Event& event) {
    if (const auto* progress = std::get_if<ProgressMade>(&event)) return progress->done;
    if (const auto* epoch = std::get_if<EpochFinished>(&event)) return epoch->step;
    return std::nullopt;
}

} // namespace

RunEmit recording(RunFolder& folder, EventSink watcher) {
    return [&folder, watcher = std::move(watcher)](const Event& event) {
        auto kept = folder.append(event);
        if (watcher) watcher(event);
        return kept;
    };
}

RunEmit telling(EventSink watcher) {
    return [watcher = std::move(watcher)](const Event& event) -> Result<void> {
        if (watcher) watcher(event);
        return {};
    };
}

RunContext::RunContext(RunEmit teller, RunRequests take, const std::stop_token& stop)
    : emit_(std::move(teller))
    , requests_(std::move(take))
    , on_stop_(stop, [source = stop_]() mutable { source.request_stop(); }) {}

Result<void> RunContext::tell(const Event& event) {
    if (!emit_) return {};
    auto told = emit_(event);
    if (told) return told;
    {
        const std::scoped_lock lock(mutex_);
        if (!fault_) fault_ = told.error();
    }
    stop_.request_stop();
    return told;
}

EventSink RunContext::sink() {
    return [this](const Event& event) {
        if (!tell(event)) return; // the job is asked to stop
        if (const auto step = step_told(event)) (void)heed(*step);
    };
}

std::vector<ControlCommand> RunContext::take_requests() {
    return requests_ ? requests_() : std::vector<ControlCommand>{};
}

Result<bool> RunContext::heed(std::int64_t step, const StepWishes& wishes) {
    KINELENS_CHECK(obey_all(wishes));
    if (paused_ && !stopping()) KINELENS_CHECK(wait(step, wishes));
    return !stopping();
}

Result<void> RunContext::obey_all(const StepWishes& wishes) {
    for (const ControlCommand& command : take_requests()) KINELENS_CHECK(obey(command, wishes));
    return {};
}

Result<void> RunContext::obey(const ControlCommand& command, const StepWishes& wishes) {
    switch (command.request) {
    case ControlRequest::stop:
        stop_.request_stop();
        break;
    case ControlRequest::pause:
        paused_ = true;
        break;
    case ControlRequest::resume:
        paused_ = false;
        break;
    case ControlRequest::extend:
        if (wishes.extend) wishes.extend(std::max<std::int64_t>(0, command.amount));
        break;
    case ControlRequest::checkpoint_now:
        if (wishes.checkpoint) return wishes.checkpoint();
        break;
    }
    return {};
}

Result<void> RunContext::wait(std::int64_t step, const StepWishes& wishes) {
    const auto since = std::chrono::steady_clock::now();
    KINELENS_CHECK(tell(RunPaused{step}));
    while (paused_ && !stopping()) {
        std::this_thread::sleep_for(look_every);
        KINELENS_CHECK(obey_all(wishes));
    }
    paused_seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
    return stopping() ? Result<void>{} : tell(RunResumed{step});
}

Result<std::string> RunContext::finish(Result<std::string> summary, Outcome outcome) {
    const bool own_error = !summary && summary.error().code != ErrorCode::cancelled;
    if (fault_ && !own_error) summary = fail(*fault_);
    RunFinished finished;
    if (summary) {
        finished.outcome = outcome;
        finished.summary = *summary;
    } else {
        finished.outcome = summary.error().code == ErrorCode::cancelled ? Outcome::stopped : Outcome::failed;
        finished.error = summary.error();
    }
    auto ended = tell(finished);
    if (summary && !ended) return fail(std::move(ended.error()));
    return summary;
}

} // namespace kinelens
