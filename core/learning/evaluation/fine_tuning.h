// FineTuning: the whole encoder and a linear classifier, trained on random crops and tested on the middle.
#pragma once

#include "core/learning/evaluation/classifier.h"
#include "core/learning/evaluation/clip_encoder.h"
#include "core/options/evaluation_options.h"

namespace kinelens::learning {

// u in [0, 1) chooses the length between the two shares of `frames`, v where it starts; at least one frame.
ClipWindow random_crop(std::int64_t frames, double low, double high, double u, double v);

// Start floor((1 − ratio)·n/2), and as many frames left out at the end.
ClipWindow middle_crop(std::int64_t frames, double ratio);

class FineTuning final : public Classifier {
public:
    // Crops and DropPath are keyed by seed, repetition, epoch and sequence name.
    FineTuning(ClipEncoder encoder, std::int64_t classes, const FinetuneOptions& options,
               std::uint64_t repeat);

    Result<torch::Tensor> training_logits(std::span<const std::size_t> samples, std::int64_t epoch) override;
    Result<torch::Tensor> test_logits(std::span<const std::size_t> samples) override;
    std::vector<torch::Tensor> parameters() override;

private:
    ClipEncoder encoder_;
    FinetuneOptions options_;
    std::uint64_t key_; // of every draw
    Linear head_;
};

} // namespace kinelens::learning
