// The `control` file of a run: one request a line ("pause", "extend 50"), taken and removed between steps.
// A person may write it by hand: echo stop > RUN/control
#pragma once

#include "core/experiment/run_folder.h"

namespace kinelens {

// Requests waiting, oldest first; the file is removed. Lines nobody understands are dropped.
std::vector<ControlCommand> take_control_requests(const RunPaths& paths);

// Requests as lines of that file and back.
std::string control_text(const std::vector<ControlCommand>& commands);
std::vector<ControlCommand> control_from_text(const std::string& text);

} // namespace kinelens
