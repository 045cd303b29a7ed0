// Programs started for a measurement.
#pragma once

#include "core/foundation/files.h"

#include <sys/types.h>
#include <vector>

namespace kinelens {

// Starts a program (found on the path) with its output thrown away; -1 if that fails.
pid_t start_process(const std::vector<std::string>& words);

// Its exit code; killed and -1 after `seconds`.
int wait_for(pid_t process, double seconds);

// A program beside this one.
Path sibling_program(const std::string& name);

} // namespace kinelens
