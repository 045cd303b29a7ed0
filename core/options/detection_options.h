// Options of `detect-train` and `detect`. The preset `released` is what the published detection script
// executes; the defaults are those that were measured to be better on small sets.
#pragma once

#include "core/options/segmentation_options.h"

#include <cstdint>

namespace kinelens {

// How a detector goes over a recording, and how its scores become intervals.
struct DetectOptions : SegmentationOptions {
    DetectOptions();
    double overlap = 0.75;
    std::string blend = "centre";
    int batch_size = 16;
    std::string device = "auto";
    int threads = 0;
};

struct DetectTrainOptions : DetectOptions {
    // Windows
    std::string preprocess = "upright";
    int window_frames = 64;
    std::string sampling = "random";
    int window_stride = 0;
    int samples_per_window = 1;
    double stretch = 1.25;
    double mirror = 0.5;
    double turn = 20;
    double resize = 0.1;
    double shear = 0.1;

    // Labels
    std::string class_weights = "none";
    double background_weight = 1;
    double label_smoothing = 0.1;
    double length_share = 0.3;

    // Training
    double encoder_rate = 1;
    std::string optimiser = "adam";
    int epochs = 60;
    double learning_rate = 1e-3;
    std::string schedule = "cosine";
    double momentum = 0.9;
    double weight_decay = 0;
    bool drop_path = true;
    std::string scratch = "compact";
    std::int64_t seed = 0;
    int checkpoint_every = 20;
};

template <>
const OptionFields<DetectOptions>& option_fields<DetectOptions>();
template <>
const OptionFields<DetectTrainOptions>& option_fields<DetectTrainOptions>();

// Rules that one field alone cannot check. Error: invalid_argument, subject = key.
Result<void> validate(const DetectOptions& options);
Result<void> validate(const DetectTrainOptions& options);

} // namespace kinelens
