// The `control` file of a run: one request a line ("pause", "extend 50"), taken and removed between steps.
// A person may write it by hand: echo stop > RUN/control
#pragma once

#include "core/experiment/run_paths.h"
#include "core/foundation/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kinelens {

enum class ControlRequest { pause, resume, stop, checkpoint_now, extend };

struct ControlCommand {
    ControlRequest request = ControlRequest::stop;
    std::int64_t amount = 0; // extend: additional epochs
    bool operator==(const ControlCommand&) const = default;
};

// Leaves a request for the process that works in `folder`; several may wait there. Safe beside a reader.
Result<void> request_control(const Path& folder, const ControlCommand& command);

// Leaves the request to stop. Where it cannot be written, as on a full disk, the process that works in
// `folder` gets the signal that a job takes for the same, if it is one of this machine. Error: that of
// request_control(); the run goes on.
Result<void> stop_run(const Path& folder);

// Removes requests left over from an earlier process.
void clear_requests(const Path& folder);

// Requests waiting, oldest first; the file is removed, and `control.taken` says when what was taken: until
// the job has done it, a reader would not know that it was asked. Lines nobody understands are dropped.
std::vector<ControlCommand> take_control_requests(const RunPaths& paths);

struct AskedRequest {
    ControlCommand command;
    double taken = 0; // seconds since 1970; 0: it still waits
};
// What was asked of the process that works in the folder, oldest first.
std::vector<AskedRequest> asked_requests(const RunPaths& paths);

// Requests as lines of that file and back.
std::string control_text(const std::vector<ControlCommand>& commands);
std::vector<ControlCommand> control_from_text(const std::string& text);

} // namespace kinelens
