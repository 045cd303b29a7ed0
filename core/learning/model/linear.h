// The matrix products of the encoder: by oneDNN on the processor where it is there (measured 8 to 20 % faster
// than the OpenBLAS behind torch::linear), by torch otherwise and under autocast.
#pragma once

#include "core/learning/torch_include.h"

#include <initializer_list>

namespace kinelens::learning {

// Knows tensors again: what was computed from them need not be computed anew.
class SeenTensors {
public:
    // Whether they are those of the last call, and nothing was written into them since.
    bool same(std::initializer_list<torch::Tensor> tensors);

private:
    std::vector<std::pair<const void*, std::int64_t>> seen_; // data and version
};

// A weight turned once and kept while it does not change: a few rows times a turned weight is a third faster.
class TurnedWeight {
public:
    const torch::Tensor& of(const torch::Tensor& weight);

private:
    torch::Tensor turned_;
    SeenTensors seen_;
};

// x·Wᵀ + b: x (…, in), weight (out, in), bias (out) or undefined -> (…, out). `turned` serves inference on
// few rows; one per weight.
torch::Tensor linear(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias,
                     TurnedWeight& turned);

// a·b, or a·bᵀ, for each of B pairs: (B, m, k) and (B, k, n), or (B, n, k).
torch::Tensor batched_product(const torch::Tensor& a, const torch::Tensor& b, bool turn_b);

// torch::nn::Linear that computes by linear().
class LinearImpl : public torch::nn::LinearImpl {
public:
    using torch::nn::LinearImpl::LinearImpl;
    torch::Tensor forward(const torch::Tensor& x) { return linear(x, weight, bias, turned_); }

private:
    TurnedWeight turned_;
};
TORCH_MODULE(Linear);

} // namespace kinelens::learning
