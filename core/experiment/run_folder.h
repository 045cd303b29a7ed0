// RunFolder: the folder a job writes and everybody else reads.
//   experiment.json  what was asked          events.jsonl  what happened
//   checkpoints/     what it learned         log.txt       what it said
//   control          requests to it          heartbeat     that it lives
//   launch.json      who was started for it  launch.txt    what that process said
// One process owns a run at a time (an advisory lock on `lock`); readers need no lock.
#pragma once

#include "core/experiment/events.h"
#include "core/experiment/experiment.h"
#include "core/experiment/run_state.h"
#include "core/foundation/files.h"

#include <memory>
#include <optional>

namespace kinelens {

enum class ControlRequest { pause, resume, stop, checkpoint_now, extend };

struct ControlCommand {
    ControlRequest request = ControlRequest::stop;
    std::int64_t amount = 0; // extend: additional epochs
    bool operator==(const ControlCommand&) const = default;
};

struct RunPaths {
    Path folder;
    Path experiment() const { return folder / "experiment.json"; }
    Path events() const { return folder / "events.jsonl"; }
    Path log() const { return folder / "log.txt"; }
    Path control() const { return folder / "control"; }
    Path taken_control() const { return folder / "control.taken"; }
    Path heartbeat() const { return folder / "heartbeat"; }
    Path launch() const { return folder / "launch.json"; }
    Path launch_words() const { return folder / "launch.txt"; }
    Path lock() const { return folder / "lock"; }
    Path checkpoints() const { return folder / "checkpoints"; }
};

// The writer's side: held by the process that does the job.
class RunFolder {
public:
    // A new run; already_exists if the folder holds one, locked if another process works in it.
    static Result<RunFolder> create(const Path& folder, const Experiment& experiment);
    // Continues a run that stopped or was lost: cuts a torn last event line, appends from there.
    static Result<RunFolder> reopen(const Path& folder);

    RunFolder(RunFolder&&) noexcept;
    RunFolder& operator=(RunFolder&&) noexcept;
    ~RunFolder(); // stops the heartbeat, releases the lock

    const RunPaths& paths() const;
    const Experiment& experiment() const;

    // Appends one whole line and flushes it. disk_full and file_unwritable are errors.
    Result<void> append(const Event& event);

    // A line of log.txt, with the time.
    void log(std::string_view text);

    // Requests left since the last call, oldest first; empty most of the time and then cheap (one stat).
    std::vector<ControlCommand> take_requests();

private:
    struct Writer;
    explicit RunFolder(std::unique_ptr<Writer> writer);
    std::unique_ptr<Writer> writer_;
};

// Leaves a request for the process that works in `folder`; several may wait there. Safe beside a reader.
Result<void> request_control(const Path& folder, const ControlCommand& command);

// Removes requests left over from an earlier process.
void clear_requests(const Path& folder);

// What a folder says now; run_standing.h has the rule, RunWatch follows a run that goes on.
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
