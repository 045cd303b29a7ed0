// torch::nn::LayerNorm in the format of its own weights, as autocast does it on a GPU and not on the
// processor.
#pragma once

#include "core/learning/torch_include.h"

#include <torch/nn/modules/normalization.h>

namespace kinelens::learning {

class LayerNormImpl : public torch::nn::LayerNormImpl {
public:
    explicit LayerNormImpl(std::int64_t hidden)
        : torch::nn::LayerNormImpl(torch::nn::LayerNormOptions({hidden})) {}
    torch::Tensor forward(const torch::Tensor& x) {
        return torch::nn::LayerNormImpl::forward(x.to(weight.scalar_type()));
    }
};
TORCH_MODULE(LayerNorm);

} // namespace kinelens::learning
