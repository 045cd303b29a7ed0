// The two-stream encoders. Input: clips (N, T, M, V, 3); dense output: temporal (N, T, C), spatial (N, M·V,
// C).
#pragma once

#include "core/learning/model/dste_layer.h"
#include "core/learning/model/model_options.h"

#include <memory>
#include <vector>

namespace torch::nn {
class SequentialImpl;
}

namespace kinelens::learning {

struct DenseFeatures {
    torch::Tensor temporal, spatial;
    torch::Tensor pooled_temporal() const { return temporal.amax(1); }
    torch::Tensor pooled_spatial() const { return spatial.amax(1); }
};

// X_t (N, T, M·V·3): body-major, then joint, then xyz.
torch::Tensor temporal_tokens(const torch::Tensor& clips);
// X_s (N, M·V, T·3): frame-major, then xyz.
torch::Tensor spatial_tokens(const torch::Tensor& clips);

// Linear, LayerNorm, ReLU, Linear for each stream (F_t and F_s).
class EmbeddingImpl : public torch::nn::Module {
public:
    explicit EmbeddingImpl(const ModelOptions& options);
    std::shared_ptr<torch::nn::SequentialImpl> temporal, spatial;
};
TORCH_MODULE(Embedding);

class Encoder : public torch::nn::Module {
public:
    // drop: one entry a layer, the temporal stream's first; empty: no drop path.
    virtual DenseFeatures forward(const torch::Tensor& clips, const std::vector<DropFactors>& drop) = 0;

    // How many layers take drop factors.
    virtual std::size_t drop_layers() const = 0;

protected:
    explicit Encoder(const ModelOptions& options);
    DenseFeatures embedded(const torch::Tensor& clips);
    torch::Tensor temporal_position(std::int64_t length) const; // (1, L, C)
    const torch::Tensor& spatial_position() const { return spatial_position_; }

    Embedding embedding_{nullptr};

private:
    torch::Tensor spatial_position_; // "spe"
};

} // namespace kinelens::learning
