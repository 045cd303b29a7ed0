#include "core/learning/model/attention.h"

#include <cmath>

namespace kinelens::learning {

AttentionImpl::AttentionImpl(std::int64_t hidden, std::int64_t heads)
    : heads_(heads) {
    in_weight_ = register_parameter("in_proj_weight", torch::zeros({3 * hidden, hidden}));
    in_bias_ = register_parameter("in_proj_bias", torch::zeros({3 * hidden}));
    out_ = register_module("out_proj", Linear(hidden, hidden));
}

torch::Tensor AttentionImpl::forward(const torch::Tensor& tokens) {
    const auto samples = tokens.size(0), length = tokens.size(1), hidden = tokens.size(2);
    const auto width = hidden / heads_;
    const auto parts = linear(tokens, in_weight_, in_bias_, turned_)
                           .view({samples, length, 3, heads_, width})
                           .unbind(2); // (N, L, heads, width) each
    const auto by_head = [&](const torch::Tensor& part) {
        return part.transpose(1, 2).reshape({samples * heads_, length, width});
    };
    const auto scores = batched_product(by_head(parts[0]), by_head(parts[1]), true);
    const auto weights = torch::softmax(scores * (1 / std::sqrt(static_cast<double>(width))), -1);
    const auto mixed = batched_product(weights, by_head(parts[2]), false)
                           .view({samples, heads_, length, width})
                           .transpose(1, 2)
                           .reshape({samples, length, hidden});
    return out_->forward(mixed);
}

} // namespace kinelens::learning
