#include "core/learning/model/usdrl_model.h"

#include "core/learning/model/encoder_choice.h"
#include "core/learning/model/linear.h"

#include <torch/nn/modules/activation.h>
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/container/sequential.h>

namespace kinelens::learning {
namespace {

using Layers = std::shared_ptr<torch::nn::SequentialImpl>;

Layers projector(std::int64_t in, std::int64_t middle, std::int64_t out) {
    using torch::nn::BatchNorm1d;
    using torch::nn::ReLU;
    return std::make_shared<torch::nn::SequentialImpl>(Linear(in, middle), BatchNorm1d(middle), ReLU(),
                                                       Linear(middle, middle), BatchNorm1d(middle), ReLU(),
                                                       Linear(middle, out));
}

// Batch statistics per view, in order.
torch::Tensor through(const Layers& network, const torch::Tensor& pooled) {
    std::vector<torch::Tensor> outputs;
    for (const auto& view : pooled.unbind(0)) outputs.push_back(network->forward(view));
    return torch::stack(outputs);
}

} // namespace

UsdrlModelImpl::UsdrlModelImpl(const ModelOptions& options)
    : options_(options)
    , encoder_(register_module("backbone", make_encoder(options)))
    , temporal_(register_module("t_proj", projector(options.hidden, 2 * options.hidden, 2 * options.hidden)))
    , spatial_(register_module("s_proj", projector(options.hidden, 2 * options.hidden, 2 * options.hidden)))
    , instance_(
          register_module("i_proj", projector(2 * options.hidden, 2 * options.hidden, 4 * options.hidden))) {}

Pooled UsdrlModelImpl::pooled(const torch::Tensor& views, const std::vector<DropFactors>& drop) {
    const auto dense = encoder_->forward(views.flatten(0, 1), drop);
    const auto by_view = [&](const torch::Tensor& rows) {
        return rows.view({views.size(0), views.size(1), rows.size(1)});
    };
    return {by_view(dense.pooled_temporal()), by_view(dense.pooled_spatial())};
}

torch::Tensor UsdrlModelImpl::project_instance(const torch::Tensor& instance) {
    return instance_->forward(instance);
}

Projections UsdrlModelImpl::project(const Pooled& pooled) {
    return {through(temporal_, pooled.temporal), through(spatial_, pooled.spatial),
            through(instance_, torch::cat({pooled.temporal, pooled.spatial}, 2))};
}

Projections UsdrlModelImpl::forward(const torch::Tensor& views, const std::vector<DropFactors>& drop) {
    return project(pooled(views, drop));
}

} // namespace kinelens::learning
