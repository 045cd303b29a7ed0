#include "core/learning/model/attention.h"

#include <cmath>

namespace kinelens::learning {

AttentionImpl::AttentionImpl(std::int64_t hidden, std::int64_t heads)
    : heads_(heads) {
    in_weight_ = register_parameter("in_proj_weight", torch::zeros({3 * hidden, hidden}));
    in_bias_ = register_parameter("in_proj_bias", torch::zeros({3 * hidden}));
    out_ = register_module("out_proj", torch::nn::Linear(hidden, hidden));
}

torch::Tensor AttentionImpl::forward(const torch::Tensor& tokens) {
    const auto samples = tokens.size(0), length = tokens.size(1), hidden = tokens.size(2);
    const auto width = hidden / heads_;
    // (N, L, 3C) -> (3, N·heads, L, width)
    const auto parts = torch::linear(tokens, in_weight_, in_bias_)
                           .view({samples, length, 3, heads_, width})
                           .permute({2, 0, 3, 1, 4})
                           .reshape({3, samples * heads_, length, width});
    const auto query = parts[0] * (1 / std::sqrt(static_cast<double>(width)));
    const auto weights = torch::softmax(torch::bmm(query, parts[1].transpose(1, 2)), -1);
    const auto mixed = torch::bmm(weights, parts[2])
                           .view({samples, heads_, length, width})
                           .transpose(1, 2)
                           .reshape({samples, length, hidden});
    return out_->forward(mixed);
}

} // namespace kinelens::learning
