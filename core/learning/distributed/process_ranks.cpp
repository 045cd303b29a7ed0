#include "core/learning/distributed/process_ranks.h"

namespace kinelens::learning {

Result<std::unique_ptr<Ranks>> connect_ranks(const std::shared_ptr<MeetingPoint>& point,
                                             const torch::Device& device) {
    return device.is_cuda() ? connect_gpus(point, device) : connect_processors(point);
}

} // namespace kinelens::learning
