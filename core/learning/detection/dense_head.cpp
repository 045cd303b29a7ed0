#include "core/learning/detection/dense_head.h"

namespace kinelens::learning {

torch::Tensor tokens_over_time(const torch::Tensor& spatial, std::int64_t frames) {
    return torch::adaptive_avg_pool1d(spatial.transpose(1, 2), frames).transpose(1, 2);
}

torch::Tensor dense_logits(const DenseFeatures& encoded, Linear& head) {
    const auto joints = tokens_over_time(encoded.spatial, encoded.temporal.size(1));
    return head->forward(torch::cat({encoded.temporal, joints}, 2));
}

} // namespace kinelens::learning
