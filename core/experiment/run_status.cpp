#include "core/experiment/event_reader.h"
#include "core/experiment/heartbeat.h"
#include "core/experiment/run_folder.h"

#include <array>

namespace kinelens {
namespace {

constexpr std::array state_names{
    std::pair{RunState::queued, "queued"},   std::pair{RunState::running, "running"},
    std::pair{RunState::paused, "paused"},   std::pair{RunState::completed, "completed"},
    std::pair{RunState::stopped, "stopped"}, std::pair{RunState::failed, "failed"},
    std::pair{RunState::lost, "lost"}};

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

void follow(RunStatus& status, const TimedEvent& timed) {
    status.last_event_time = timed.time;
    status.finished.reset(); // anything after "finished" is a resumed run
    if (const auto* finished = std::get_if<RunFinished>(&timed.event)) {
        status.state = state_of(finished->outcome);
        status.finished = *finished;
    } else if (std::holds_alternative<RunPaused>(timed.event)) {
        status.state = RunState::paused;
    } else if (std::holds_alternative<RunStarted>(timed.event) ||
               std::holds_alternative<RunResumed>(timed.event) || status.state == RunState::queued) {
        status.state = RunState::running;
    }
}

} // namespace

std::string_view run_state_name(RunState state) {
    for (const auto& [value, name] : state_names)
        if (value == state) return name;
    return "lost";
}

bool is_run_folder(const Path& folder) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(RunPaths{folder}.experiment(), ignored);
}

Result<RunStatus> run_status(const Path& folder, double heartbeat_limit_seconds) {
    if (!is_run_folder(folder)) return fail(ErrorCode::not_found, folder.string(), "not a run folder");
    const RunPaths paths{folder};
    RunStatus status;
    EventReader reader(paths.events());
    do {
        KINELENS_TRY(events, reader.read_new());
        for (const TimedEvent& event : events) follow(status, event);
    } while (!reader.at_end());
    const bool open = status.state == RunState::running || status.state == RunState::paused;
    if (open && !is_alive(paths.heartbeat(), heartbeat_limit_seconds)) status.state = RunState::lost;
    return status;
}

} // namespace kinelens
