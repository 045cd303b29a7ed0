// FFN of a layer: fc2(gelu(fc1(u))), C -> 2C -> C, exact GELU.
#pragma once

#include "core/learning/model/linear.h"

namespace kinelens::learning {

class FeedForwardImpl : public torch::nn::Module {
public:
    explicit FeedForwardImpl(std::int64_t hidden)
        : fc1_(register_module("fc1", Linear(hidden, 2 * hidden)))
        , fc2_(register_module("fc2", Linear(2 * hidden, hidden))) {}

    torch::Tensor forward(const torch::Tensor& tokens) {
        return fc2_->forward(torch::gelu(fc1_->forward(tokens)));
    }

private:
    Linear fc1_, fc2_;
};
TORCH_MODULE(FeedForward);

} // namespace kinelens::learning
