// One layer of the dense spatio-temporal encoder: y = α·CA(x) + (1 − α)·DSA(x), where one attention serves CA
// and both branches of DSA.
//   DSA(x) = mean or sum of branch(F_m), branch(x);  branch(u) = a + mlp(n2(a)), a = u + A(n1(u))
//   F_m    = DenseShift(x, H);  H = W2·relu(W1·xᵀ + b1) + b2 + xᵀ along the length
//   CA(x)  = mlp(n2(a)), a = x + A(n1(x + relu(conv x)))
#pragma once

#include "core/learning/model/attention.h"
#include "core/learning/model/feed_forward.h"
#include "core/learning/model/kept_samples.h"
#include "core/learning/model/layer_norm.h"
#include "core/learning/model/model_options.h"

namespace torch::nn {
class Conv1dImpl;
}

namespace kinelens::learning {

// Factors of DropPath for one layer, on the host: (6, N), each 0 or 1/(1 − p), in the order CA attention, CA
// FFN, F_m attention, F_m FFN, x attention, x FFN. Undefined: no drop path.
using DropFactors = torch::Tensor;

// Kept iff floor(1 − p + u) == 1.
DropFactors drop_factors(const torch::Tensor& uniforms, double drop_path);

class ContextAttentionImpl : public torch::nn::Module {
public:
    ContextAttentionImpl(const ModelOptions& options, Attention attention);
    torch::Tensor convolved(const torch::Tensor& tokens); // c
    Attention attention{nullptr};
    LayerNorm norm1{nullptr}, norm2{nullptr};
    FeedForward mlp{nullptr};

private:
    std::shared_ptr<torch::nn::Conv1dImpl> conv_;
    TurnedWeight turned_;
    bool depthwise_;
};
TORCH_MODULE(ContextAttention);

class DenseShiftAttentionImpl : public torch::nn::Module {
public:
    DenseShiftAttentionImpl(const ModelOptions& options, std::int64_t length);
    torch::Tensor mixed(const torch::Tensor& tokens);                                 // H
    torch::Tensor shifted(const torch::Tensor& tokens, const torch::Tensor& mixture); // F_m
    LayerNorm norm1{nullptr}, norm2{nullptr};
    FeedForward mlp{nullptr};

private:
    Linear wt1_{nullptr}, wt2_{nullptr};
    torch::Tensor takes_mixture_; // (L, 1) bool; moves with the module, is not part of its state
    std::int64_t gap_;
    bool mixes_gap_;
};
TORCH_MODULE(DenseShiftAttention);

struct LayerOutput {
    torch::Tensor context, branches; // CA(x) and the sum of DSA's branches, (N, L, C) each
    double share = 1;                // DSA(x) = share · branches
};

// Which samples each branch of a layer keeps.
struct LayerDrop {
    KeptSamples context_attention, context_mlp; // of N
    KeptSamples branch_attention, branch_mlp;   // of 2N: F_m, x
};

class DsteLayerImpl : public torch::nn::Module {
public:
    DsteLayerImpl(const ModelOptions& options, std::int64_t length);
    torch::Tensor forward(const torch::Tensor& tokens, const DropFactors& drop);
    LayerOutput parts(const torch::Tensor& tokens, const DropFactors& drop);

    ContextAttention context{nullptr};
    DenseShiftAttention dense_shift{nullptr};

private:
    LayerDrop kept_by(const DropFactors& drop, const torch::Device& device) const;
    torch::Tensor branches_output(const torch::Tensor& branches, const torch::Tensor& attended,
                                  const LayerDrop& kept);
    torch::Tensor context_output(const torch::Tensor& base, const torch::Tensor& attended,
                                 const LayerDrop& kept);

    double alpha_;
    bool residual_context_;
    bool sum_branches_;
};
TORCH_MODULE(DsteLayer);

} // namespace kinelens::learning
