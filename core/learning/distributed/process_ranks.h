// Ranks over c10d: Gloo between processors. (NCCL between GPUs is not there yet.)
#pragma once

#include "core/foundation/result.h"
#include "core/learning/distributed/launch.h"
#include "core/learning/training/ranks.h"

#include <memory>
#include <stdexcept>

namespace kinelens::learning {

// What every call throws once another process is gone.
class RankLost : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// Waits until all processes are there. device_unavailable if this build has no Gloo, process_failed if they
// do not come together.
Result<std::unique_ptr<Ranks>> connect_ranks(const LaunchPlace& place);

} // namespace kinelens::learning
