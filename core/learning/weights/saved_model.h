// A model in a checkpoint file with its sidecar, as every verb after pretraining wants it.
#pragma once

#include "core/experiment/checkpoint_info.h"
#include "core/learning/model/usdrl_model.h"
#include "core/learning/training/archive.h"

namespace kinelens::learning {

struct SavedModel {
    UsdrlModel model;
    PretrainOptions options;
    CheckpointInfo info;
};

// Built from the sidecar and filled from the weights, in evaluation mode, on the CPU. Errors: file_not_found,
// format_invalid, checkpoint_mismatch (subject = file).
Result<SavedModel> load_model(const Path& checkpoint);

// Weights without an optimiser's state, and the sidecar; info.file is set from `checkpoint`, which ends in
// .pt.
Result<void> save_model(const Path& checkpoint, UsdrlModel& model, CheckpointInfo info);

// A checkpoint file of any content with its sidecar; info.file and info.created are set.
Result<void> publish_checkpoint(const Path& checkpoint, const Archive& archive, CheckpointInfo info);

} // namespace kinelens::learning
