#include "core/experiment/run_standing.h"

namespace kinelens {
namespace {

RunState state_of(Outcome outcome) {
    switch (outcome) {
    case Outcome::completed:
        return RunState::completed;
    case Outcome::stopped:
        return RunState::stopped;
    case Outcome::failed:
        return RunState::failed;
    }
    return RunState::failed;
}

bool is_open(RunState state) {
    return state == RunState::running || state == RunState::paused;
}

// Who was launched after the latest turn, and has not said a word yet.
bool is_launching(const RunTurns& turns, const RunSigns& signs) {
    return signs.launch && signs.launched == ProcessLife::alive && turns.turned < signs.launch->time;
}

RunState state_without_events(const RunSigns& signs) {
    if (signs.beating == ProcessLife::alive) return RunState::starting;
    if (signs.launch && signs.launched == ProcessLife::gone) return RunState::failed;
    return signs.beating == ProcessLife::gone ? RunState::lost : RunState::queued;
}

RunState state_of(const RunTurns& turns, const RunSigns& signs) {
    if (is_launching(turns, signs)) return RunState::starting;
    if (turns.state == RunState::queued) return state_without_events(signs);
    const bool alive = signs.beating == ProcessLife::alive || signs.launched == ProcessLife::alive;
    return is_open(turns.state) && !alive ? RunState::lost : turns.state;
}

// A stop stays asked for until the run ends; of pauses the latest counts, until the run has heeded it.
std::optional<ControlRequest> pending_of(RunState state, const RunTurns& turns, const RunSigns& signs) {
    if (!is_going(state)) return std::nullopt;
    std::optional<ControlRequest> pending;
    for (const AskedRequest& asked : signs.asked) {
        const ControlRequest request = asked.command.request;
        if (request == ControlRequest::stop) return request;
        if (request != ControlRequest::pause && request != ControlRequest::resume) continue;
        const bool done = asked.taken > 0 && asked.taken <= turns.paced;
        if (!done) pending = request;
    }
    const bool is_so = (pending == ControlRequest::pause && state == RunState::paused) ||
                       (pending == ControlRequest::resume && state != RunState::paused);
    return is_so ? std::nullopt : pending;
}

} // namespace

void RunTurns::add(const TimedEvent& timed) {
    const bool started = std::holds_alternative<RunStarted>(timed.event);
    const bool resumed = std::holds_alternative<RunResumed>(timed.event);
    // Its `started` may be on a line that cannot be read.
    const bool begun = state == RunState::queued && !std::holds_alternative<WarningRaised>(timed.event);
    if (started) finished.reset();
    if (std::holds_alternative<RunPaused>(timed.event)) {
        state = RunState::paused;
    } else if (const auto* end = std::get_if<RunFinished>(&timed.event)) {
        state = state_of(end->outcome);
        finished = *end;
    } else if (started || resumed || begun) {
        state = RunState::running;
    } else {
        return;
    }
    turned = timed.time;
    if (std::holds_alternative<RunPaused>(timed.event) || std::holds_alternative<RunResumed>(timed.event))
        paced = timed.time;
}

RunSigns read_run_signs(const RunPaths& paths) {
    RunSigns signs;
    signs.launch = read_process_record(paths.launch());
    if (signs.launch) signs.launched = life_by_launch(*signs.launch);
    signs.beating = life_by_heartbeat(read_process_record(paths.heartbeat()));
    signs.asked = asked_requests(paths);
    return signs;
}

RunStanding run_standing(const RunTurns& turns, const RunSigns& signs) {
    const RunState state = state_of(turns, signs);
    return {state, pending_of(state, turns, signs)};
}

bool is_certain(const RunTurns& turns, const RunSigns& signs) {
    const RunState state = state_of(turns, signs);
    return turns.state == state || is_going(state);
}

} // namespace kinelens
