// RunStanding: what state a run is in. The one rule, made of what its events say, of the processes that work
// or worked at it, and of what was asked of it.
#pragma once

#include "core/experiment/control.h"
#include "core/experiment/events.h"
#include "core/experiment/process_record.h"
#include "core/experiment/run_state.h"

#include <optional>
#include <string>
#include <vector>

namespace kinelens {

// What the events alone say, in constant time an event. Other events than those that turn a run from one
// state to another change nothing, whenever they come: a warning may precede `started`.
struct RunTurns {
    RunState state = RunState::queued;
    double turned = 0;                   // when: the time of the latest such event
    double paced = 0;                    // the time of the latest pause or end of one
    std::optional<RunFinished> finished; // until it is resumed

    void add(const TimedEvent& event);
};

// What lies beside the events.
struct RunSigns {
    std::optional<ProcessRecord> launch;
    ProcessLife launched = ProcessLife::unknown; // life of the process that was launched
    ProcessLife beating = ProcessLife::unknown;  // and of the one that beats
    std::vector<AskedRequest> asked;             // oldest first
};
RunSigns read_run_signs(const RunPaths& paths);

struct RunStanding {
    RunState state = RunState::queued;
    // stop, pause or resume: what it was asked for, until it has done so
    std::optional<ControlRequest> pending;
    bool operator==(const RunStanding&) const = default;
};
RunStanding run_standing(const RunTurns& turns, const RunSigns& signs);

// False where the process that says `turns` and `signs` may still have written an event since they were read:
// a run ends by an event, then by its process. Read the events once more.
bool is_certain(const RunTurns& turns, const RunSigns& signs);

} // namespace kinelens
