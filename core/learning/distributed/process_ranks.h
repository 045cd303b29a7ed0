// Ranks over c10d: Gloo between processors, NCCL between GPUs.
#pragma once

#include "core/learning/distributed/meeting_point.h"
#include "core/learning/training/ranks.h"

namespace kinelens::learning {

// device_unavailable if this build's LibTorch cannot join such devices, process_failed if the processes do
// not come together.
Result<std::unique_ptr<Ranks>> connect_ranks(const std::shared_ptr<MeetingPoint>& point,
                                             const torch::Device& device);

Result<std::unique_ptr<Ranks>> connect_processors(const std::shared_ptr<MeetingPoint>& point);
Result<std::unique_ptr<Ranks>> connect_gpus(const std::shared_ptr<MeetingPoint>& point,
                                            const torch::Device& device);

} // namespace kinelens::learning
