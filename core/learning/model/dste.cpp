#include "core/learning/model/dste.h"

namespace kinelens::learning {
namespace {

std::string layer_name(const std::string& stream, std::int64_t index) {
    return index == 0 ? stream : stream + std::to_string(index);
}

DropFactors factors_of(const std::vector<DropFactors>& drop, std::size_t layer) {
    return drop.empty() ? DropFactors() : drop[layer];
}

} // namespace

Dste::Dste(const ModelOptions& options)
    : Encoder(options) {
    for (std::int64_t i = 0; i < options.layers; ++i)
        temporal_.push_back(register_module(layer_name("t_tr", i), DsteLayer(options, options.frames)));
    for (std::int64_t i = 0; i < options.layers; ++i)
        spatial_.push_back(
            register_module(layer_name("s_tr", i), DsteLayer(options, options.spatial_tokens())));
}

DenseFeatures Dste::forward(const torch::Tensor& clips, const std::vector<DropFactors>& drop) {
    auto tokens = embedded(clips);
    const auto position = temporal_position(tokens.temporal.size(1));
    std::size_t layer = 0;
    for (auto& step : temporal_)
        tokens.temporal = step->forward(tokens.temporal + position, factors_of(drop, layer++));
    for (auto& step : spatial_)
        tokens.spatial = step->forward(tokens.spatial + spatial_position(), factors_of(drop, layer++));
    return tokens;
}

Dste::Trace Dste::trace(const torch::Tensor& clips) {
    Trace trace{embedded(clips), {}, {}};
    const auto through = [](DsteLayer& layer, const torch::Tensor& tokens) {
        const auto made = layer->parts(tokens, DropFactors());
        return Trace::Layer{made.context, made.share * made.branches, layer->forward(tokens, DropFactors())};
    };
    auto tokens = trace.embedded;
    for (auto& step : temporal_) {
        trace.temporal.push_back(through(step, tokens.temporal + temporal_position(tokens.temporal.size(1))));
        tokens.temporal = trace.temporal.back().combined;
    }
    for (auto& step : spatial_) {
        trace.spatial.push_back(through(step, tokens.spatial + spatial_position()));
        tokens.spatial = trace.spatial.back().combined;
    }
    return trace;
}

} // namespace kinelens::learning
