#include "core/learning/model/dste_layer.h"

#include <torch/nn/modules/conv.h>

namespace kinelens::learning {

DropFactors drop_factors(const torch::Tensor& uniforms, double drop_path) {
    const double keep = 1 - drop_path;
    return torch::floor(uniforms + keep) / keep;
}

ContextAttentionImpl::ContextAttentionImpl(const ModelOptions& options, Attention shared)
    : attention(register_module("attn", std::move(shared)))
    , norm1(register_module("norm1", LayerNorm(options.hidden)))
    , norm2(register_module("norm2", LayerNorm(options.hidden)))
    , mlp(register_module("mlp", FeedForward(options.hidden)))
    , depthwise_(options.depthwise) {
    const auto kernel = depthwise_ ? options.kernel : 1;
    auto convolution = torch::nn::Conv1dOptions(options.hidden, options.hidden, kernel);
    if (depthwise_) convolution.groups(options.hidden).padding(kernel / 2);
    conv_ = register_module("conv1", std::make_shared<torch::nn::Conv1dImpl>(convolution));
}

torch::Tensor ContextAttentionImpl::convolved(const torch::Tensor& tokens) {
    if (depthwise_) return tokens + conv_->forward(tokens.transpose(1, 2)).transpose(1, 2);
    // A convolution of kernel 1 is a linear map of every token.
    return tokens + torch::relu(linear(tokens, conv_->weight.squeeze(2), conv_->bias, turned_));
}

DenseShiftAttentionImpl::DenseShiftAttentionImpl(const ModelOptions& options, std::int64_t length)
    : norm1(register_module("norm1", LayerNorm(options.hidden)))
    , norm2(register_module("norm2", LayerNorm(options.hidden)))
    , mlp(register_module("mlp", FeedForward(options.hidden)))
    , gap_(options.gap)
    , mixes_gap_(options.shift_mixes_gap) {
    const auto square = torch::nn::LinearOptions(length, length).bias(options.mixing_bias);
    wt1_ = register_module("wt1", Linear(square));
    wt2_ = register_module("wt2", Linear(square));
}

torch::Tensor DenseShiftAttentionImpl::mixed(const torch::Tensor& tokens) {
    // (W·xᵀ)ᵀ without turning x: W (L, L) times every sample's (L, C).
    const auto along_length = [&](Linear& map, const torch::Tensor& x) {
        const auto product = batched_product(map->weight.expand({x.size(0), -1, -1}), x, false);
        return map->bias.defined() ? product + map->bias.unsqueeze(1) : product;
    };
    return along_length(wt2_, torch::relu(along_length(wt1_, tokens))) + tokens;
}

torch::Tensor DenseShiftAttentionImpl::shifted(const torch::Tensor& tokens, const torch::Tensor& mixture) {
    if (!takes_mixture_.defined() || takes_mixture_.device() != tokens.device()) {
        const auto at_gap = torch::arange(tokens.size(1)).remainder(gap_).eq(0).unsqueeze(1);
        takes_mixture_ = (mixes_gap_ ? at_gap : at_gap.logical_not()).to(tokens.device());
    }
    return torch::where(takes_mixture_, mixture, tokens);
}

DsteLayerImpl::DsteLayerImpl(const ModelOptions& options, std::int64_t length)
    : context(register_module("CA", ContextAttention(options, Attention(options.hidden, options.heads))))
    , dense_shift(register_module("DSA", DenseShiftAttention(options, length)))
    , alpha_(options.alpha)
    , residual_context_(options.residual_context)
    , sum_branches_(options.sum_branches) {}

// Where the FFN of CA is dropped and nothing goes around it, its attention need not be computed either.
LayerDrop DsteLayerImpl::kept_by(const DropFactors& drop, const torch::Device& device) const {
    if (!drop.defined()) return {};
    const auto attended =
        residual_context_ ? drop[0] : torch::where(drop[1] > 0, drop[0], torch::zeros_like(drop[0]));
    return {{attended, device},
            {drop[1], device},
            {torch::cat({drop[2], drop[4]}), device},
            {torch::cat({drop[3], drop[5]}), device}};
}

torch::Tensor DsteLayerImpl::context_output(const torch::Tensor& base, const torch::Tensor& attended,
                                            const LayerDrop& kept) {
    auto& ca = *context;
    const auto a = kept.context_attention.add(base, attended);
    const auto out = ca.mlp->forward(ca.norm2(kept.context_mlp.pick(a)));
    return residual_context_ ? kept.context_mlp.add(a, out) : kept.context_mlp.spread(out);
}

torch::Tensor DsteLayerImpl::branches_output(const torch::Tensor& branches, const torch::Tensor& attended,
                                             const LayerDrop& kept) {
    auto& dsa = *dense_shift;
    const auto b = kept.branch_attention.add(branches, attended);
    const auto both = kept.branch_mlp.add(b, dsa.mlp->forward(dsa.norm2(kept.branch_mlp.pick(b)))).chunk(2);
    return both[0] + both[1];
}

LayerOutput DsteLayerImpl::parts(const torch::Tensor& tokens, const DropFactors& drop) {
    auto& ca = *context;
    auto& dsa = *dense_shift;
    const LayerDrop kept = kept_by(drop, tokens.device());
    const auto branches = torch::cat({dsa.shifted(tokens, dsa.mixed(tokens)), tokens});

    // The three attentions share their weights: one call for all samples.
    const auto base = residual_context_ ? ca.convolved(tokens) : tokens;
    const auto chosen = kept.context_attention.pick(base);
    const auto context_in = ca.norm1(residual_context_ ? chosen : ca.convolved(chosen));
    const auto branch_in = dsa.norm1(kept.branch_attention.pick(branches));
    const auto attended = ca.attention->forward(torch::cat({context_in, branch_in}))
                              .split({context_in.size(0), branch_in.size(0)});
    const auto sum = branches_output(branches, attended[1], kept);
    return {context_output(base, attended[0], kept), sum, sum_branches_ ? 1.0 : 0.5};
}

torch::Tensor DsteLayerImpl::forward(const torch::Tensor& tokens, const DropFactors& drop) {
    const auto made = parts(tokens, drop);
    return torch::add(alpha_ * made.context, made.branches, (1 - alpha_) * made.share);
}

} // namespace kinelens::learning
