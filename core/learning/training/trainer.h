// Trainer: model, optimiser and objective; takes one optimiser step at a time, alone or with other ranks.
#pragma once

#include "core/learning/objective/feature_health.h"
#include "core/learning/objective/objective.h"
#include "core/learning/training/adam.h"
#include "core/learning/training/batch_source.h"
#include "core/learning/training/encoder_pass.h"
#include "core/learning/training/gpu_monitor.h"
#include "core/learning/training/momentum_contrast.h"
#include "core/learning/training/precision.h"

#include <array>
#include <memory>

namespace kinelens::learning {

// total, then the terms by domain, as Losses::values().
inline constexpr std::size_t loss_count = 1 + term_count * 3;
using LossValues = std::array<double, loss_count>;

// Of a step that was measured.
struct StepReport {
    double gradient_norm = 0;
    double learning_rate = 0;
    FeatureHealth health;
};

class Trainer {
public:
    // Preconditions: validate(options) passed; the device knows options.precision. `ranks` outlives the
    // trainer.
    Trainer(const PretrainOptions& options, int bodies, int joints, const torch::Device& device,
            Ranks* ranks = nullptr);

    // One optimiser step. On the processor: training_diverged, with the parameters as they were (only running
    // batch statistics have moved), if the loss or its gradient is not finite, or the loss is above the abort
    // limit. A GPU is not waited for: take_losses() tells. out_of_memory with the chunk size that fits.
    Result<void> step(const Batch& batch, std::int64_t epoch, bool measure);

    // The losses of every step since the last call, in order: waits for the device. training_diverged as
    // above.
    Result<std::vector<LossValues>> take_losses();

    // Whether a step ends before its losses are known.
    bool runs_ahead() const { return device_.is_cuda(); }

    // Of the last step that was measured.
    const StepReport& report() const { return report_; }

    // nullopt on the processor, and where the GPU does not tell.
    std::optional<GpuUsage> gpu_usage() const { return gpu_ ? gpu_->read() : std::nullopt; }

    double learning_rate(std::int64_t epoch) const;

    // False if a parameter or buffer is no longer finite.
    bool is_finite() const;

    UsdrlModel& model() { return model_; }
    Adam& optimiser() { return optimiser_; }
    LossScale& loss_scale() { return loss_scale_; }
    MomentumContrast* contrast() { return contrast_.get(); } // null with the decorrelation objective
    Ranks* ranks() { return ranks_; }

private:
    Result<void> take_step(const Batch& batch, std::int64_t epoch, bool measure);
    Result<Projections> gradients_of(const Batch& batch, std::int64_t epoch, std::int64_t chunk);
    Error memory_advice_for(const Batch& batch, std::int64_t epoch);
    std::vector<DropFactors> drop_for(const Batch& batch, std::int64_t epoch);
    Losses losses_of(const Projections& projections, const torch::Tensor& views, const PassSetting& setting);
    Result<void> check_loss(const LossValues& losses) const;
    Result<void> check_gradient(bool measure);
    void join_gradients();

    PretrainOptions options_;
    ObjectiveOptions objective_;
    std::vector<int> milestones_;
    torch::Device device_;
    Precision precision_;
    Ranks* ranks_;
    UsdrlModel model_;
    Adam optimiser_;
    LossScale loss_scale_;
    std::unique_ptr<MomentumContrast> contrast_;
    std::optional<GpuMonitor> gpu_;
    std::vector<torch::Tensor> pending_; // losses not yet taken
    StepReport report_;
};

} // namespace kinelens::learning
