// What a run folder says now. run_standing.h has the rule, RunWatch follows a run that goes on.
#pragma once

#include "core/experiment/control.h"
#include "core/experiment/events.h"
#include "core/experiment/run_state.h"

#include <optional>

namespace kinelens {

struct RunStatus {
    RunState state = RunState::queued;
    std::optional<ControlRequest> pending;
    std::optional<RunFinished> finished;
    double last_event_time = 0;
};
Result<RunStatus> run_status(const Path& folder);

// True when `folder` looks like a run (has an experiment.json).
bool is_run_folder(const Path& folder);

} // namespace kinelens
