// RunState: what a person is told of a run, and what each state allows.
#pragma once

#include <string_view>

namespace kinelens {

// starting: its process lives and has not said `started` yet; queued: it was asked for, and no process is
// known to work at it; lost: it was under way, and its process is gone without a last event.
enum class RunState { queued, starting, running, paused, completed, stopped, failed, lost };
std::string_view run_state_name(RunState state);

// A process works at it: starting, running or paused.
bool is_going(RunState state);

// Whether a process that runs `verb` waits when it is asked to pause.
bool can_pause(std::string_view verb);

// Whether it writes a checkpoint, or a snapshot of its map, when it is asked to.
bool can_write_checkpoint(std::string_view verb);

// Whether a new process can go on with a run of `verb` that is in `state`.
bool can_resume(std::string_view verb, RunState state);

} // namespace kinelens
