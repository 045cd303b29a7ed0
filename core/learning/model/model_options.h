// What a model is built from: sizes of the input and the switches of the encoder.
#pragma once

#include "core/options/pretrain_options.h"

#include <cstdint>

namespace kinelens::learning {

struct ModelOptions {
    bool sttr = false; // the plain Transformer baseline instead of DSTE
    std::int64_t frames = 64;
    std::int64_t bodies = 2;
    std::int64_t joints = 25;
    std::int64_t hidden = 1024;
    std::int64_t layers = 2;
    std::int64_t heads = 1;
    std::int64_t gap = 4;
    double alpha = 0.5;
    double drop_path = 0.1;
    bool shift_mixes_gap = false; // paper: H at 0, gap, …; released: x there
    bool mixing_bias = true;
    bool sum_branches = false;     // paper
    bool depthwise = false;        // paper: depthwise convolution without ReLU
    std::int64_t kernel = 1;       // of the depthwise convolution
    bool residual_context = false; // paper: SA and FFN of CA both residual on the convolved input

    std::int64_t spatial_tokens() const { return bodies * joints; }
    std::int64_t temporal_features() const { return bodies * joints * 3; }
    std::int64_t spatial_features() const { return frames * 3; }
};

ModelOptions model_options(const PretrainOptions& options, int bodies, int joints);

} // namespace kinelens::learning
