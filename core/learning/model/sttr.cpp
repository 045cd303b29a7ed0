#include "core/learning/model/sttr.h"

#include <torch/nn/modules/container/modulelist.h>

namespace kinelens::learning {
namespace {

// Registers as <stream>.layers.<index>.
class LayerStackImpl : public torch::nn::Module {
public:
    LayerStackImpl(const ModelOptions& options, std::vector<PostNormLayer>& layers) {
        torch::nn::ModuleList list;
        for (std::int64_t i = 0; i < options.layers; ++i) {
            layers.emplace_back(options);
            list->push_back(layers.back());
        }
        register_module("layers", list);
    }
};
TORCH_MODULE(LayerStack);

} // namespace

PostNormLayerImpl::PostNormLayerImpl(const ModelOptions& options)
    : attention_(register_module("self_attn", Attention(options.hidden, options.heads)))
    , linear1_(register_module("linear1", Linear(options.hidden, options.hidden)))
    , linear2_(register_module("linear2", Linear(options.hidden, options.hidden)))
    , norm1_(register_module("norm1", LayerNorm(options.hidden)))
    , norm2_(register_module("norm2", LayerNorm(options.hidden))) {}

torch::Tensor PostNormLayerImpl::forward(const torch::Tensor& tokens) {
    const auto a = norm1_(tokens + attention_(tokens));
    return norm2_(a + linear2_(torch::relu(linear1_(a))));
}

Sttr::Sttr(const ModelOptions& options)
    : Encoder(options) {
    register_module("t_tr", LayerStack(options, temporal_));
    register_module("s_tr", LayerStack(options, spatial_));
}

DenseFeatures Sttr::forward(const torch::Tensor& clips, const std::vector<DropFactors>&) {
    auto tokens = embedded(clips);
    tokens.temporal = tokens.temporal + temporal_position(tokens.temporal.size(1));
    tokens.spatial = tokens.spatial + spatial_position();
    for (auto& layer : temporal_) tokens.temporal = layer(tokens.temporal);
    for (auto& layer : spatial_) tokens.spatial = layer(tokens.spatial);
    return tokens;
}

} // namespace kinelens::learning
