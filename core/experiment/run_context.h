// RunContext: what a job has of the run it works in. Telling what happens, pausing, stopping and going on are
// the same for every job. A job of many small steps calls heed() between two of them; any other tells a
// sink(), and waits where it tells how far it is.
//
// What cannot be recorded ends the job: it asks itself to stop, and finish() says why. On a full disk, or in
// a folder that somebody removed, nobody would hear of it any more.
#pragma once

#include "core/experiment/control.h"
#include "core/experiment/events.h"

#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>

namespace kinelens {

class RunFolder;

using RunEmit = std::function<Result<void>(const Event&)>;
using RunRequests = std::function<std::vector<ControlCommand>()>;

// Into the folder, then to whoever watches; `folder` must outlive it.
RunEmit recording(RunFolder& folder, EventSink watcher = {});
// To whoever watches alone.
RunEmit telling(EventSink watcher);

// What a job can do between two steps besides waiting and stopping; either may be empty.
struct StepWishes {
    std::function<void(std::int64_t)> extend{}; // by so many epochs or iterations
    std::function<Result<void>()> checkpoint{}; // now
};

class RunContext {
public:
    explicit RunContext(RunEmit teller = {}, RunRequests requests = {}, const std::stop_token& stop = {});
    RunContext(const RunContext&) = delete;
    RunContext& operator=(const RunContext&) = delete;

    // Errors: those of RunFolder::append().
    Result<void> tell(const Event& event);

    // For jobs that only tell: they are stopped by the token, and paused where they tell how far they are.
    // Not beyond the life of this object.
    EventSink sink();

    std::stop_token stop() const { return stop_.get_token(); }
    bool stopping() const { return stop_.stop_requested(); }

    // Between two steps: does what was asked for, and waits while the run is paused. False: stop now.
    Result<bool> heed(std::int64_t step, const StepWishes& wishes = {});

    // Requests since the last call, for a job of several processes that heeds them together.
    std::vector<ControlCommand> take_requests();

    // How long it has waited: no time of the job's own.
    double paused_seconds() const { return paused_seconds_; }

    // The last event. `outcome`: of a job that has a summary; one without is failed, or stopped if it was
    // cancelled. What could not be recorded counts as the
    // error of a job that has none of its own.
    Result<std::string> finish(Result<std::string> summary, Outcome outcome = Outcome::completed);

private:
    Result<void> obey(const ControlCommand& command, const StepWishes& wishes);
    Result<void> obey_all(const StepWishes& wishes);
    Result<void> wait(std::int64_t step, const StepWishes& wishes);

    RunEmit emit_;
    RunRequests requests_;
    std::stop_source stop_;
    std::stop_callback<std::function<void()>> on_stop_;
    bool paused_ = false;
    double paused_seconds_ = 0;
    std::mutex mutex_; // of fault_: a job may tell from several threads
    std::optional<Error> fault_;
};

} // namespace kinelens
