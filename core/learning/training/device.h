// The device and the threads a job computes with.
#pragma once

#include "core/foundation/result.h"
#include "core/learning/torch_include.h"

#include <string>

namespace kinelens::learning {

// "auto", "cpu", "cuda" or "cuda:N". Errors: invalid_argument, device_unavailable (detail = what there is).
Result<torch::Device> choose_device(const std::string& name);

// The same for one of several processes on this machine: "auto" and "cuda" give each its own GPU.
Result<torch::Device> choose_device(const std::string& name, int local_rank);

// The place of a GPU on its bus, as NVIDIA's management library knows it.
std::string pci_bus_id(const torch::Device& device);

// Threads for LibTorch's operators and for the BLAS behind them, which has a pool of its own; 0: all cores.
// divided among `processes` on this machine. Returns the number in use.
int use_threads(int threads, int processes = 1);

// Lets the process keep freed memory for its next step instead of returning it to the system.
void keep_freed_memory();

} // namespace kinelens::learning
