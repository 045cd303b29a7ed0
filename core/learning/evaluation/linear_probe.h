// LinearProbe: a linear classifier on features that do not change.
#pragma once

#include "core/learning/evaluation/classifier.h"
#include "core/learning/model/linear.h"

namespace kinelens::learning {

class LinearProbe final : public Classifier {
public:
    // features (N, D), float32 or float64; `head` of D inputs is brought to their format and device.
    LinearProbe(torch::Tensor features, Linear head);

    Result<torch::Tensor> training_logits(std::span<const std::size_t> samples, std::int64_t epoch) override;
    Result<torch::Tensor> test_logits(std::span<const std::size_t> samples) override;
    std::vector<torch::Tensor> parameters() override { return head_->parameters(); }

private:
    torch::Tensor rows_of(std::span<const std::size_t> samples) const;
    torch::Tensor features_;
    Linear head_;
    std::vector<std::size_t> kept_samples_; // of the last training batch, which may be asked for again
    torch::Tensor kept_rows_;
};

// Each feature less its mean over the rows `of`, divided by its deviation there (constant features: by 1).
torch::Tensor standardised(const torch::Tensor& features, std::span<const std::size_t> of);

// Places as an index tensor on the device.
torch::Tensor index_of(std::span<const std::size_t> samples, const torch::Device& device);

} // namespace kinelens::learning
