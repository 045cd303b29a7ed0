// What the contrastive baseline keeps beside the model: a copy of it that follows slowly, and a bank of past
// keys per domain as negatives.
#pragma once

#include "core/learning/objective/contrast.h"
#include "core/learning/training/archive.h"
#include "core/learning/training/encoder_pass.h"

namespace kinelens::learning {

class MomentumContrast {
public:
    MomentumContrast(UsdrlModel& model, const PretrainOptions& options, const torch::Device& device);

    // Losses of the queries against keys of the same views, total = instance + τ·(temporal + spatial).
    Losses losses(const Projections& queries, const torch::Tensor& views, const PassSetting& setting);

    // After the optimiser's step: the copy follows, the last keys of the first view enter the bank.
    void advance(UsdrlModel& model);

    // For checkpoints; shared with this object.
    NamedTensors tensors();
    std::int64_t position() const { return position_; }
    void set_position(std::int64_t position) { position_ = position; }

private:
    UsdrlModel follower_;
    std::array<torch::Tensor, 3> bank_; // (Q, D), rows of length 1
    std::array<torch::Tensor, 3> keys_; // (K, N, D) of the last losses()
    double temperature_, momentum_, domain_weight_;
    std::int64_t position_ = 0; // next row of the bank to be replaced
};

} // namespace kinelens::learning
