// STTR: the plain two-stream Transformer baseline. Post-norm layers of width C with ReLU; positions are added
// once, before the first layer; no drop path.
#pragma once

#include "core/learning/model/encoder.h"

namespace kinelens::learning {

class PostNormLayerImpl : public torch::nn::Module {
public:
    explicit PostNormLayerImpl(const ModelOptions& options);
    torch::Tensor forward(const torch::Tensor& tokens);

private:
    Attention attention_{nullptr};
    Linear linear1_{nullptr}, linear2_{nullptr};
    LayerNorm norm1_{nullptr}, norm2_{nullptr};
};
TORCH_MODULE(PostNormLayer);

class Sttr final : public Encoder {
public:
    explicit Sttr(const ModelOptions& options);
    DenseFeatures forward(const torch::Tensor& clips, const std::vector<DropFactors>& drop) override;
    std::size_t drop_layers() const override { return 0; }

private:
    std::vector<PostNormLayer> temporal_, spatial_; // "t_tr.layers.0", …
};

} // namespace kinelens::learning
