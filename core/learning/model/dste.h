// DSTE: two streams of dense layers; positions are added before every layer; no final normalisation.
#pragma once

#include "core/learning/model/encoder.h"

namespace kinelens::learning {

class Dste final : public Encoder {
public:
    explicit Dste(const ModelOptions& options);
    DenseFeatures forward(const torch::Tensor& clips, const std::vector<DropFactors>& drop) override;
    std::size_t drop_layers() const override { return temporal_.size() + spatial_.size(); }

    // What each layer makes of the tokens before it, for looking inside.
    struct Trace {
        DenseFeatures embedded;
        struct Layer {
            torch::Tensor context, dense_shift, combined; // (N, L, C) each
        };
        std::vector<Layer> temporal, spatial;
    };
    Trace trace(const torch::Tensor& clips);

private:
    std::vector<DsteLayer> temporal_, spatial_; // "t_tr", "t_tr1", …; "s_tr", "s_tr1", …
};

} // namespace kinelens::learning
