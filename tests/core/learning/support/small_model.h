// A small untrained model in a checkpoint, for the jobs that start from one.
#pragma once

#include "core/learning/weights/saved_model.h"
#include "core/options/option_json.h"

namespace kinelens::learning::test_support {

inline Result<void> save_small_model(const Path& file, const SkeletonLayout& layout, std::uint64_t seed = 3) {
    PretrainOptions options;
    options.hidden_size = 8;
    options.frames = 16;
    UsdrlModel model(model_options(options, 1, layout.joint_count()));
    initialise(*model, seed);
    CheckpointInfo info;
    info.options = options_to_json(option_table<PretrainOptions>(), option_values(options));
    info.layout = layout;
    info.bodies = 1;
    return save_model(file, model, info);
}

} // namespace kinelens::learning::test_support
