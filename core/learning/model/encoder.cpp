#include "core/learning/model/encoder.h"

#include "core/learning/model/layer_norm.h"
#include "core/learning/model/linear.h"
#include "core/learning/model/positions.h"

#include <torch/nn/modules/activation.h>
#include <torch/nn/modules/container/sequential.h>

namespace kinelens::learning {
namespace {

std::shared_ptr<torch::nn::SequentialImpl> stream_embedding(std::int64_t features, std::int64_t hidden) {
    return std::make_shared<torch::nn::SequentialImpl>(Linear(features, hidden), LayerNorm(hidden),
                                                       torch::nn::ReLU(), Linear(hidden, hidden));
}

} // namespace

torch::Tensor temporal_tokens(const torch::Tensor& clips) {
    return clips.reshape({clips.size(0), clips.size(1), -1});
}

torch::Tensor spatial_tokens(const torch::Tensor& clips) {
    return clips.permute({0, 2, 3, 1, 4}).reshape({clips.size(0), clips.size(2) * clips.size(3), -1});
}

EmbeddingImpl::EmbeddingImpl(const ModelOptions& options)
    : temporal(register_module("t_embedding", stream_embedding(options.temporal_features(), options.hidden)))
    , spatial(register_module("s_embedding", stream_embedding(options.spatial_features(), options.hidden))) {}

Encoder::Encoder(const ModelOptions& options)
    : embedding_(register_module("ske_emb", Embedding(options)))
    , spatial_position_(
          register_parameter("spe", torch::zeros({1, options.spatial_tokens(), options.hidden}))) {
    register_module("tpe", SinusoidTable(options.frames, options.hidden));
}

DenseFeatures Encoder::embedded(const torch::Tensor& clips) {
    return {embedding_->temporal->forward(temporal_tokens(clips)),
            embedding_->spatial->forward(spatial_tokens(clips))};
}

torch::Tensor Encoder::temporal_position(std::int64_t length) const {
    return named_buffers()["tpe.pe"].narrow(1, 0, length);
}

} // namespace kinelens::learning
