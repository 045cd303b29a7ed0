// DetectorTraining: cross-entropy over the frames of windows, epoch by epoch; stops and goes on where it was.
#pragma once

#include "core/learning/detection/detector_optimiser.h"
#include "core/learning/detection/training_windows.h"

#include <stop_token>

namespace kinelens::learning {

class DetectorTraining {
public:
    // The detector is moved to the device. `fold` keys DropPath.
    DetectorTraining(Detector& detector, TrainingWindows windows, const torch::Device& device,
                     std::uint64_t fold);

    // The mean loss of the next epoch. Errors: cancelled (nothing of the epoch counts for a resumed run),
    // training_diverged, those of reading.
    Result<double> next_epoch(const std::stop_token& stop);

    std::int64_t epochs_done() const { return epoch_; }
    std::int64_t steps() const { return optimiser_.steps(); }
    std::int64_t windows() const { return static_cast<std::int64_t>(windows_.size()); } // in an epoch
    double rate() const;                                                                // of the next step

    // Of the background and the classes in the loss; undefined where all frames count alike.
    const torch::Tensor& loss_weights() const { return weights_; }

    // All that a run needs to go on: detector, optimiser, epoch.
    Archive state();
    // checkpoint_mismatch (subject = file).
    Result<void> restore(const Path& file);

private:
    Result<double> step(std::span<const std::size_t> chosen);
    torch::Tensor logits_of(const WindowBatch& batch);
    torch::Tensor class_weights() const;

    Detector& detector_;
    TrainingWindows windows_;
    torch::Device device_;
    std::int64_t drop_seed_;
    DetectorOptimiser optimiser_;
    torch::Tensor weights_;
    std::int64_t epoch_ = 0;
};

} // namespace kinelens::learning
