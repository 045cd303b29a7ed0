#include "core/learning/model/dste_layer.h"

namespace kinelens::learning {
namespace {

torch::nn::LayerNorm layer_norm(std::int64_t hidden) {
    return torch::nn::LayerNorm(torch::nn::LayerNormOptions({hidden}));
}

// Scales sample n of `branch` by factor n; `rows` of the factors are stacked along the batch.
torch::Tensor dropped(const torch::Tensor& branch, const DropFactors& drop,
                      std::initializer_list<std::int64_t> rows) {
    if (!drop.defined()) return branch;
    std::vector<torch::Tensor> factors;
    for (const std::int64_t row : rows) factors.push_back(drop[row]);
    return branch * torch::cat(factors).to(branch.scalar_type()).view({-1, 1, 1});
}

} // namespace

DropFactors drop_factors(const torch::Tensor& uniforms, double drop_path) {
    const double keep = 1 - drop_path;
    return torch::floor(uniforms + keep) / keep;
}

ContextAttentionImpl::ContextAttentionImpl(const ModelOptions& options, Attention shared)
    : attention(register_module("attn", std::move(shared)))
    , norm1(register_module("norm1", layer_norm(options.hidden)))
    , norm2(register_module("norm2", layer_norm(options.hidden)))
    , mlp(register_module("mlp", FeedForward(options.hidden)))
    , depthwise_(options.depthwise) {
    const auto kernel = depthwise_ ? options.kernel : 1;
    auto convolution = torch::nn::Conv1dOptions(options.hidden, options.hidden, kernel);
    if (depthwise_) convolution.groups(options.hidden).padding(kernel / 2);
    conv_ = register_module("conv1", torch::nn::Conv1d(convolution));
}

torch::Tensor ContextAttentionImpl::convolved(const torch::Tensor& tokens) {
    if (depthwise_) return tokens + conv_->forward(tokens.transpose(1, 2)).transpose(1, 2);
    // A convolution of kernel 1 is a linear map of every token.
    return tokens + torch::relu(torch::linear(tokens, conv_->weight.squeeze(2), conv_->bias));
}

DenseShiftAttentionImpl::DenseShiftAttentionImpl(const ModelOptions& options, std::int64_t length)
    : norm1(register_module("norm1", layer_norm(options.hidden)))
    , norm2(register_module("norm2", layer_norm(options.hidden)))
    , mlp(register_module("mlp", FeedForward(options.hidden)))
    , gap_(options.gap)
    , mixes_gap_(options.shift_mixes_gap) {
    const auto linear = torch::nn::LinearOptions(length, length).bias(options.mixing_bias);
    wt1_ = register_module("wt1", torch::nn::Linear(linear));
    wt2_ = register_module("wt2", torch::nn::Linear(linear));
}

torch::Tensor DenseShiftAttentionImpl::mixed(const torch::Tensor& tokens) {
    const auto along_length = tokens.transpose(1, 2); // (N, C, L)
    const auto mixture = wt2_->forward(torch::relu(wt1_->forward(along_length)));
    return (mixture + along_length).transpose(1, 2);
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

torch::Tensor DsteLayerImpl::forward(const torch::Tensor& tokens, const DropFactors& drop) {
    return parts(tokens, drop).combined;
}

LayerOutput DsteLayerImpl::parts(const torch::Tensor& tokens, const DropFactors& drop) {
    auto& ca = *context;
    auto& dsa = *dense_shift;
    const auto samples = tokens.size(0);
    const auto convolved = ca.convolved(tokens);
    const auto branches = torch::cat({dsa.shifted(tokens, dsa.mixed(tokens)), tokens});

    // The three attentions share their weights: one call of 3N samples.
    const auto attended = ca.attention->forward(torch::cat({ca.norm1(convolved), dsa.norm1(branches)}));
    const auto context_attended = dropped(attended.narrow(0, 0, samples), drop, {0});
    const auto branch_attended = dropped(attended.narrow(0, samples, 2 * samples), drop, {2, 4});

    const auto a = (residual_context_ ? convolved : tokens) + context_attended;
    auto ca_out = dropped(ca.mlp->forward(ca.norm2(a)), drop, {1});
    if (residual_context_) ca_out = a + ca_out;

    const auto b = branches + branch_attended;
    const auto two = (b + dropped(dsa.mlp->forward(dsa.norm2(b)), drop, {3, 5}))
                         .view({2, samples, tokens.size(1), tokens.size(2)});
    const auto dsa_out = sum_branches_ ? two.sum(0) : two.mean(0);
    return {ca_out, dsa_out, alpha_ * ca_out + (1 - alpha_) * dsa_out};
}

} // namespace kinelens::learning
