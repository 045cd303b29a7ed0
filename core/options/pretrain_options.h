// Options of `pretrain`: USDRL's encoder, views, objective and recipe. The defaults are the preset `released`
// (what the published code executes); the preset `paper` follows the paper's text.
#pragma once

#include "core/foundation/result.h"
#include "core/options/clip_choices.h"
#include "core/options/option_fields.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kinelens {

enum class EncoderKind { dste, sttr }; // dense spatio-temporal, or the plain two-stream Transformer
constexpr auto named_values(EncoderKind) {
    using enum EncoderKind;
    return std::array{Named{dste, "dste"}, Named{sttr, "sttr"}};
}

// Where the released code and the paper's text differ.
enum class PublishedForm { released, paper };
constexpr auto named_values(PublishedForm) {
    using enum PublishedForm;
    return std::array{Named{released, "released"}, Named{paper, "paper"}};
}

enum class BranchReduction { mean, sum };
constexpr auto named_values(BranchReduction) {
    using enum BranchReduction;
    return std::array{Named{mean, "mean"}, Named{sum, "sum"}};
}

enum class ContextConvolution { pointwise, depthwise };
constexpr auto named_values(ContextConvolution) {
    using enum ContextConvolution;
    return std::array{Named{pointwise, "pointwise"}, Named{depthwise, "depthwise"}};
}

enum class ObjectiveKind { decorrelation, contrastive };
constexpr auto named_values(ObjectiveKind) {
    using enum ObjectiveKind;
    return std::array{Named{decorrelation, "decorrelation"}, Named{contrastive, "contrastive"}};
}

enum class InvarianceForm { squared, linear };
constexpr auto named_values(InvarianceForm) {
    using enum InvarianceForm;
    return std::array{Named{squared, "squared"}, Named{linear, "linear"}};
}

enum class Arithmetic { float32, tf32, bf16, fp16 };
constexpr auto named_values(Arithmetic) {
    using enum Arithmetic;
    return std::array{Named{float32, "float32"}, Named{tf32, "tf32"}, Named{bf16, "bf16"},
                      Named{fp16, "fp16"}};
}

// Data
struct SampleOptions {
    Stream stream = Stream::joint;
    Normalisation preprocess = Normalisation::released; // never trained
    int frames = 64;                                    // T
    int bodies = 2;                                     // M, at most
    Segments segments = Segments::whole;
    int window = 300;
    int window_stride = 150;
};

// Views
struct AugmentationOptions {
    int views = 4; // K
    double crop_ratio_minimum = 0.1;
    int crop_frames_minimum = 64;
    double corruption_probability = 0.5;
    double corruption_joints = 0.6;
    double corruption_zero_probability = 0.5;
    double amplitude = 1;
};

// Model
struct EncoderOptions {
    EncoderKind encoder = EncoderKind::dste;
    int hidden_size = 1024; // C
    int layers = 2;
    int heads = 1;
    int gap = 4;
    double alpha = 0.5;
    double drop_path = 0.1;
    PublishedForm dense_shift = PublishedForm::released;
    bool mixing_bias = true;
    BranchReduction dsa_reduction = BranchReduction::mean;
    ContextConvolution ca_convolution = ContextConvolution::pointwise;
    int ca_kernel = 1;
    PublishedForm ca_residual = PublishedForm::released;
};

// Objective
struct LossOptions {
    ObjectiveKind objective = ObjectiveKind::decorrelation;
    PublishedForm similarity = PublishedForm::released;
    double similarity_weight = 5; // κ
    InvarianceForm invariance = InvarianceForm::squared;
    double invariance_weight = 1e-3; // η
    PublishedForm variance = PublishedForm::released;
    double variance_weight = 5;     // μ
    double variance_target = 1;     // γ
    double variance_epsilon = 1e-4; // ε
    double covariance_weight = 1;
    double cross_correlation_weight = 5e-6; // λ
    double domain_weight = 0.5;             // τ
    double standardise_epsilon = 1e-6;
    double contrast_temperature = 0.07;
    double contrast_momentum = 0.999;
    int contrast_bank = 16384;
};

// Training
struct ScheduleOptions {
    int epochs = 451;
    int batch_size = 356;
    int chunk_size = 0;
    double learning_rate = 5e-4;
    double weight_decay = 1e-5;
    std::string milestones = "351";
    double decay_factor = 0.1;
    std::int64_t seed = 0;
};

// Run
struct TrainingRunOptions {
    std::string device = "auto";
    Arithmetic precision = Arithmetic::float32;
    int threads = 0;
    int loader_threads = 1;
    int log_every = 1;
    int checkpoint_every = 50;
    int keep_checkpoints = 3;
    double abort_loss = 1e4;
    double collapse_std = 1e-3;
    int collapse_checks = 20;
};

// Probe while training
struct TrainingProbeOptions {
    int probe_every = 0;
    std::string probe_protocol;
};

struct PretrainOptions : SampleOptions,
                         AugmentationOptions,
                         EncoderOptions,
                         LossOptions,
                         ScheduleOptions,
                         TrainingRunOptions,
                         TrainingProbeOptions {};

template <>
const OptionFields<SampleOptions>& option_fields<SampleOptions>();
template <>
const OptionFields<AugmentationOptions>& option_fields<AugmentationOptions>();
template <>
const OptionFields<EncoderOptions>& option_fields<EncoderOptions>();
template <>
const OptionFields<LossOptions>& option_fields<LossOptions>();
template <>
const OptionFields<ScheduleOptions>& option_fields<ScheduleOptions>();
template <>
const OptionFields<TrainingRunOptions>& option_fields<TrainingRunOptions>();
template <>
const OptionFields<TrainingProbeOptions>& option_fields<TrainingProbeOptions>();
template <>
const OptionFields<PretrainOptions>& option_fields<PretrainOptions>();

// Rules that one field alone cannot check (heads divide the hidden size, odd kernel, milestones are epochs,
// a pointwise convolution has kernel 1). Error: invalid_argument, subject = key.
Result<void> validate(const PretrainOptions& options);

// "351,451" -> {351, 451}: epochs, counted from 0, from which the rate is multiplied by decay_factor once
// more.
Result<std::vector<int>> parse_milestones(const std::string& text);

} // namespace kinelens
