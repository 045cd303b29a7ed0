#include "core/learning/model/usdrl_model.h"

namespace kinelens::learning {
namespace {

torch::nn::Sequential projector(std::int64_t in, std::int64_t middle, std::int64_t out) {
    return torch::nn::Sequential(torch::nn::Linear(in, middle), torch::nn::BatchNorm1d(middle),
                                 torch::nn::ReLU(), torch::nn::Linear(middle, middle),
                                 torch::nn::BatchNorm1d(middle), torch::nn::ReLU(),
                                 torch::nn::Linear(middle, out));
}

torch::Tensor project(torch::nn::Sequential& network, const torch::Tensor& pooled, std::int64_t views) {
    std::vector<torch::Tensor> outputs;
    for (const auto& view : pooled.chunk(views)) outputs.push_back(network->forward(view));
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

Projections UsdrlModelImpl::forward(const torch::Tensor& views, const std::vector<DropFactors>& drop) {
    const auto count = views.size(0);
    const auto dense = encoder_->forward(views.flatten(0, 1), drop);
    const auto temporal = dense.pooled_temporal();
    const auto spatial = dense.pooled_spatial();
    return {project(temporal_, temporal, count), project(spatial_, spatial, count),
            project(instance_, torch::cat({temporal, spatial}, 1), count)};
}

} // namespace kinelens::learning
