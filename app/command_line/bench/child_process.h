// Programs started for a measurement.
#pragma once

#include "core/foundation/files.h"

#include <sys/types.h>
#include <vector>

namespace kinelens {

// Starts a program (found on the path); -1 if that fails. What it says of itself on stderr is thrown away,
// and so is its output unless a descriptor is given; its input is ours unless one is given.
pid_t start_process(const std::vector<std::string>& words, int input = -1, int output = -1);

// Its exit code; killed and -1 after `seconds`.
int wait_for(pid_t process, double seconds);

// A program beside this one.
Path sibling_program(const std::string& name);

// kinelens-cli-learning. How its threads wait is told to this process's environment, if nothing is set there:
// it must stand before LibTorch is loaded.
std::string learning_program();

} // namespace kinelens
