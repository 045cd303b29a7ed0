// The job of `features`: every sequence of a dataset through the encoder of a checkpoint. Free of LibTorch.
#pragma once

#include "core/experiment/events.h"
#include "core/foundation/files.h"
#include "core/options/features_options.h"

#include <stop_token>

namespace kinelens::learning {

struct FeaturesSummary {
    std::int64_t samples = 0;
    std::int64_t dimension = 0; // 2C
    double seconds = 0;         // of reading, encoding and writing
    std::string device;
};

// Whole sequences, resampled to the model's frames, no augmentation, the encoder in evaluation mode. Errors:
// those of opening; joint_count_wrong (the dataset has another skeleton); device_unavailable; disk_full;
// cancelled.
Result<FeaturesSummary> compute_features(const Path& checkpoint, const Path& data, const Path& output,
                                         const FeaturesOptions& options, const EventSink& sink,
                                         std::stop_token stop);

} // namespace kinelens::learning
