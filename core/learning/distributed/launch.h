// Where this process stands among those that were started together: told by the launcher's environment, so
// torchrun, mpirun, srun and a shell script start a run unchanged. Free of LibTorch.
#pragma once

#include "core/foundation/result.h"

#include <cstdint>
#include <string>

namespace kinelens::learning {

struct LaunchPlace {
    int rank = 0;
    int size = 1;
    int local_rank = 0; // on this machine
    int local_size = 1; // processes on this machine
    std::string host;   // of rank 0
    std::uint16_t port = 29500;
    bool store_is_there = false; // torchrun's own agent listens at host:port already
    bool operator==(const LaunchPlace&) const = default;
};

// RANK, WORLD_SIZE, LOCAL_RANK, LOCAL_WORLD_SIZE (torchrun, scripts), OMPI_COMM_WORLD_* (mpirun) or SLURM_*
// (srun); MASTER_ADDR and MASTER_PORT. Without them this process is alone. invalid_argument (subject = the
// variable) for numbers that cannot be, and where nothing says which machine has rank 0.
Result<LaunchPlace> launch_place();

} // namespace kinelens::learning
