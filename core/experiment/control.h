// The `control` file of a run: one request a line ("pause", "extend 50"), taken and removed between steps.
// A person may write it by hand: echo stop > RUN/control
#pragma once

#include "core/experiment/run_folder.h"

namespace kinelens {

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
