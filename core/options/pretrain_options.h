// Options of `pretrain`: USDRL's encoder, views, objective and recipe. The defaults are the preset `released`
// (what the published code executes); the preset `paper` follows the paper's text.
#pragma once

#include "core/options/option_table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kinelens {

struct PretrainOptions {
    // Data
    std::string stream = "joint";
    std::string preprocess = "released";
    int frames = 64; // T
    int bodies = 2;  // M, at most
    std::string segments = "whole";
    int window = 300;
    int window_stride = 150;

    // Views
    int views = 4; // K
    double crop_ratio_minimum = 0.1;
    int crop_frames_minimum = 64;
    double corruption_probability = 0.5;
    double corruption_joints = 0.6;
    double corruption_zero_probability = 0.5;
    double amplitude = 1;

    // Model
    std::string encoder = "dste";
    int hidden_size = 1024; // C
    int layers = 2;
    int heads = 1;
    int gap = 4;
    double alpha = 0.5;
    double drop_path = 0.1;
    std::string dense_shift = "released";
    bool mixing_bias = true;
    std::string dsa_reduction = "mean";
    std::string ca_convolution = "pointwise";
    int ca_kernel = 1;
    std::string ca_residual = "released";

    // Objective
    std::string objective = "decorrelation";
    std::string similarity = "released";
    double similarity_weight = 5; // κ
    std::string invariance = "squared";
    double invariance_weight = 1e-3; // η
    std::string variance = "released";
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

    // Training
    int epochs = 451;
    int batch_size = 356;
    int chunk_size = 0;
    double learning_rate = 5e-4;
    double weight_decay = 1e-5;
    std::string milestones = "351";
    double decay_factor = 0.1;
    std::int64_t seed = 0;

    // Run
    std::string device = "auto";
    std::string precision = "float32";
    int threads = 0;
    int loader_threads = 1;
    int log_every = 1;
    int checkpoint_every = 50;
    int keep_checkpoints = 3;
    double abort_loss = 1e4;
    double collapse_std = 1e-3;
    int collapse_checks = 20;

    // Probe while training
    int probe_every = 0;
    std::string probe_protocol;
};

template <>
const OptionFields<PretrainOptions>& option_fields<PretrainOptions>();

// Rules that one field alone cannot check (heads divide the hidden size, odd kernel, milestones are epochs,
// a pointwise convolution has kernel 1). Error: invalid_argument, subject = key.
Result<void> validate(const PretrainOptions& options);

// "351,451" -> {351, 451}: epochs, counted from 0, from which the rate is multiplied by decay_factor once
// more.
Result<std::vector<int>> parse_milestones(const std::string& text);

} // namespace kinelens
