// The device and the threads a job computes with.
#pragma once

#include "core/foundation/result.h"
#include "core/learning/torch_include.h"

#include <string>

namespace kinelens::learning {

// "auto", "cpu", "cuda" or "cuda:N". Errors: invalid_argument, device_unavailable (detail = what there is).
Result<torch::Device> choose_device(const std::string& name);

// Threads for LibTorch's operators and for the BLAS behind them, which has a pool of its own; 0: all cores.
// divided among `processes` on this machine. Returns the number in use.
int use_threads(int threads, int processes = 1);

// Lets the process keep freed memory for its next step instead of returning it to the system.
void keep_freed_memory();

} // namespace kinelens::learning
