// SIGINT, SIGTERM and SIGHUP as a stop token: the first asks the job to stop, a second SIGINT ends the
// program.
#pragma once

#include <stop_token>

namespace kinelens {

// Call once, before any other thread starts.
std::stop_token stop_on_signals();

} // namespace kinelens
