#include "core/learning/model/attention.h"

#include <cmath>

namespace kinelens::learning {
namespace {

// softmax(a·bᵀ/√d) over the last axis; (B, L, d) each -> (B, L, L).
torch::Tensor weights_of(const torch::Tensor& a, const torch::Tensor& b) {
    const double scale = 1 / std::sqrt(static_cast<double>(a.size(2)));
    return torch::softmax(batched_product(a, b, true) * scale, -1);
}

} // namespace

AttentionImpl::AttentionImpl(std::int64_t hidden, std::int64_t heads)
    : heads_(heads) {
    in_weight_ = register_parameter("in_proj_weight", torch::zeros({3 * hidden, hidden}));
    in_bias_ = register_parameter("in_proj_bias", torch::zeros({3 * hidden}));
    out_ = register_module("out_proj", Linear(hidden, hidden));
}

torch::Tensor AttentionImpl::forward(const torch::Tensor& tokens) {
    return joining_pays(tokens) ? by_joined_maps(tokens) : by_four_maps(tokens);
}

// Joining costs two products of C rows and saves two products of every token; twice both on the way back.
// Without a graph the joined maps are kept.
bool AttentionImpl::joining_pays(const torch::Tensor& tokens) const {
    const auto rows = tokens.size(0) * tokens.size(1);
    return heads_ == 1 && (rows > tokens.size(2) || !torch::GradMode::is_enabled());
}

JoinedMaps& AttentionImpl::kept_maps() {
    if (!seen_.same({in_weight_, in_bias_, out_->weight, out_->bias}))
        kept_ = join_maps(in_weight_, in_bias_, out_->weight, out_->bias);
    return kept_;
}

torch::Tensor AttentionImpl::by_joined_maps(const torch::Tensor& tokens) {
    JoinedMaps fresh;
    if (torch::GradMode::is_enabled()) fresh = join_maps(in_weight_, in_bias_, out_->weight, out_->bias);
    JoinedMaps& maps = torch::GradMode::is_enabled() ? fresh : kept_maps();
    const auto asked = linear(tokens, maps.score_weight, maps.score_bias, maps.turned_score);
    const auto mixed = batched_product(weights_of(asked, tokens), tokens, false);
    return linear(mixed, maps.out_weight, maps.out_bias, maps.turned_out);
}

torch::Tensor AttentionImpl::by_four_maps(const torch::Tensor& tokens) {
    const auto samples = tokens.size(0), length = tokens.size(1), hidden = tokens.size(2);
    const auto width = hidden / heads_;
    const auto parts = linear(tokens, in_weight_, in_bias_, turned_)
                           .view({samples, length, 3, heads_, width})
                           .unbind(2); // (N, L, heads, width) each
    const auto by_head = [&](const torch::Tensor& part) {
        return part.transpose(1, 2).reshape({samples * heads_, length, width});
    };
    const auto weights = weights_of(by_head(parts[0]), by_head(parts[1]));
    const auto mixed = batched_product(weights, by_head(parts[2]), false)
                           .view({samples, heads_, length, width})
                           .transpose(1, 2)
                           .reshape({samples, length, hidden});
    return out_->forward(mixed);
}

} // namespace kinelens::learning
