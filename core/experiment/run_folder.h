// RunFolder: the folder a job writes and everybody else reads (run_paths.h).
// One process owns a run at a time (an advisory lock on `lock`); readers need no lock.
#pragma once

#include "core/experiment/control.h"
#include "core/experiment/events.h"
#include "core/experiment/experiment.h"

#include <memory>

namespace kinelens {

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

    // The dataset lies elsewhere now: the experiment says so from here on.
    Result<void> move_data(const std::string& file);

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

} // namespace kinelens
