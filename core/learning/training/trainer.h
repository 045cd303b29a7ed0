// Trainer: model, optimiser and objective; takes one optimiser step at a time.
#pragma once

#include "core/learning/objective/feature_health.h"
#include "core/learning/objective/objective.h"
#include "core/learning/training/adam.h"
#include "core/learning/training/batch_source.h"

#include <array>

namespace kinelens::learning {

// total, then the terms by domain, as Losses::values().
inline constexpr std::size_t loss_count = 1 + 5 * 3;
using LossValues = std::array<double, loss_count>;

struct StepReport {
    LossValues losses{};
    double gradient_norm = 0;
    double learning_rate = 0;
    FeatureHealth health; // only if asked for
};

class Trainer {
public:
    // Precondition: validate(options) passed.
    Trainer(const PretrainOptions& options, int bodies, int joints, const torch::Device& device);

    // One optimiser step. training_diverged, with the parameters as they were (only running
    // batch statistics have moved), if the loss or its gradient is not
    // finite, or the loss is above the abort limit.
    Result<StepReport> step(const Batch& batch, std::int64_t epoch, bool measure_health);

    double learning_rate(std::int64_t epoch) const;

    // False if a parameter or buffer is no longer finite.
    bool is_finite() const;

    UsdrlModel& model() { return model_; }
    Adam& optimiser() { return optimiser_; }

private:
    std::vector<DropFactors> drop_for(const Batch& batch, std::int64_t epoch);
    Result<void> check_loss(const LossValues& losses) const;

    PretrainOptions options_;
    ObjectiveOptions objective_;
    std::vector<int> milestones_;
    torch::Device device_;
    UsdrlModel model_;
    Adam optimiser_;
};

} // namespace kinelens::learning
