// Dense multi-head self-attention without mask or dropout: A(u) = W_o softmax(QKᵀ/√d) V + b_o.
#pragma once

#include "core/learning/model/joined_maps.h"

namespace kinelens::learning {

class AttentionImpl : public torch::nn::Module {
public:
    AttentionImpl(std::int64_t hidden, std::int64_t heads);
    torch::Tensor forward(const torch::Tensor& tokens); // (N, L, C) -> (N, L, C)

private:
    bool joining_pays(const torch::Tensor& tokens) const;
    torch::Tensor by_joined_maps(const torch::Tensor& tokens);
    torch::Tensor by_four_maps(const torch::Tensor& tokens);
    JoinedMaps& kept_maps();

    std::int64_t heads_;
    torch::Tensor in_weight_; // (3C, C): rows of Q, K, V
    torch::Tensor in_bias_;
    TurnedWeight turned_;
    Linear out_{nullptr};
    JoinedMaps kept_; // of the weights as `seen_` saw them
    SeenTensors seen_;
};
TORCH_MODULE(Attention);

} // namespace kinelens::learning
