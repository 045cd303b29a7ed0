// Dense multi-head self-attention without mask or dropout: A(u) = W_o softmax(QKᵀ/√d) V.
#pragma once

#include "core/learning/model/linear.h"

namespace kinelens::learning {

class AttentionImpl : public torch::nn::Module {
public:
    AttentionImpl(std::int64_t hidden, std::int64_t heads);
    torch::Tensor forward(const torch::Tensor& tokens); // (N, L, C) -> (N, L, C)

private:
    std::int64_t heads_;
    torch::Tensor in_weight_; // (3C, C): rows of Q, K, V
    torch::Tensor in_bias_;
    TurnedWeight turned_;
    Linear out_{nullptr};
};
TORCH_MODULE(Attention);

} // namespace kinelens::learning
