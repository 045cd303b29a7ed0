#include "core/learning/evaluation/linear_head.h"

#include "core/foundation/random.h"

namespace kinelens::learning {

Linear linear_head(std::int64_t features, std::int64_t classes, std::uint64_t seed, std::uint64_t repeat) {
    const torch::NoGradGuard no_grad;
    Linear head(features, classes);
    CounterRandom random = CounterRandom(mix64(seed)).fork("linear head").fork(repeat);
    float* at = head->weight.data_ptr<float>();
    for (std::int64_t i = 0; i < head->weight.numel(); ++i)
        at[i] = static_cast<float>(0.01 * random.normal());
    head->bias.zero_();
    return head;
}

} // namespace kinelens::learning
