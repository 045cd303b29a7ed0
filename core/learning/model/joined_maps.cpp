#include "core/learning/model/joined_maps.h"

#include "core/learning/model/autocast.h"

namespace kinelens::learning {
namespace {

torch::Tensor product(const torch::Tensor& a, const torch::Tensor& b) {
    TurnedWeight turned;
    return linear(a, b.t(), {}, turned);
}

} // namespace

JoinedMaps join_maps(const torch::Tensor& in_weight, const torch::Tensor& in_bias,
                     const torch::Tensor& out_weight, const torch::Tensor& out_bias) {
    const AutocastPause whole_format;
    const auto weights = in_weight.chunk(3), biases = in_bias.chunk(3);
    JoinedMaps maps;
    maps.score_weight = product(weights[1].t(), weights[0]);
    maps.score_bias = torch::mv(weights[1].t(), biases[0]);
    maps.out_weight = product(out_weight, weights[2]);
    maps.out_bias = torch::mv(out_weight, biases[2]) + out_bias;
    return maps;
}

} // namespace kinelens::learning
