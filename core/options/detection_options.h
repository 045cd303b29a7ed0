// Options of `detect-train` and `detect`. The preset `released` is what the published detection script
// executes; the defaults are those that were measured to be better on small sets.
#pragma once

#include "core/options/clip_choices.h"
#include "core/options/segmentation_options.h"

#include <cstdint>

namespace kinelens {

// centre: a frame counts the more the further it is from its window's ends.
enum class FrameWeights { centre, equal };
constexpr auto named_values(FrameWeights) {
    using enum FrameWeights;
    return std::array{Named{centre, "centre"}, Named{equal, "equal"}};
}

// random: drawn anew in every epoch; fixed: those at the stride.
enum class WindowSampling { random, fixed };
constexpr auto named_values(WindowSampling) {
    using enum WindowSampling;
    return std::array{Named{random, "random"}, Named{fixed, "fixed"}};
}

// In the loss: all frames alike, or classes inversely to the root of their frames, or to their frames.
enum class ClassWeights { none, root, balanced };
constexpr auto named_values(ClassWeights) {
    using enum ClassWeights;
    return std::array{Named{none, "none"}, Named{root, "root"}, Named{balanced, "balanced"}};
}

enum class Optimiser { adam, sgd };
constexpr auto named_values(Optimiser) {
    using enum Optimiser;
    return std::array{Named{adam, "adam"}, Named{sgd, "sgd"}};
}

// cosine: rises over the first twentieth of the steps and falls to nothing.
enum class RateSchedule { cosine, constant };
constexpr auto named_values(RateSchedule) {
    using enum RateSchedule;
    return std::array{Named{cosine, "cosine"}, Named{constant, "constant"}};
}

// How a detector goes over a recording, and how its scores become intervals.
struct DetectOptions : SegmentationOptions {
    DetectOptions();
    double overlap = 0.75;
    FrameWeights blend = FrameWeights::centre;
    int batch_size = 16;
    std::string device = "auto";
    int threads = 0;
};

struct DetectTrainOptions : DetectOptions {
    // Windows
    Normalisation preprocess = Normalisation::upright;
    int window_frames = 64;
    WindowSampling sampling = WindowSampling::random;
    int window_stride = 0;
    int samples_per_window = 1;
    double stretch = 1.25;
    double mirror = 0.5;
    double turn = 20;
    double resize = 0.1;
    double shear = 0.1;

    // Labels
    ClassWeights class_weights = ClassWeights::none;
    double background_weight = 1;
    double label_smoothing = 0.1;
    double length_share = 0.3;

    // Training
    double encoder_rate = 1;
    Optimiser optimiser = Optimiser::adam;
    int epochs = 60;
    double learning_rate = 1e-3;
    RateSchedule schedule = RateSchedule::cosine;
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
