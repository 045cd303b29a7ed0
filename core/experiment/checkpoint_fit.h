// Whether a checkpoint can be used on a dataset, told from its sidecar alone: the same answer for the window,
// which asks before a job is started, and for the job itself.
#pragma once

#include "core/dataset/dataset.h"
#include "core/experiment/checkpoint_info.h"

namespace kinelens {

// What the sidecar of these weights says. Errors: file_not_found (subject = the sidecar), format_invalid.
Result<CheckpointInfo> read_checkpoint_info(const Path& weights);

enum class CheckpointUse {
    encode,         // features, probe, retrieve, finetune: the joints are taken as they are
    begin_detector, // detect-train: joints are matched by name
    detect          // detect: so too, and it must be a detector
};

// Errors: joint_count_wrong (subject = data, the dataset's file or name), checkpoint_mismatch (subject =
// the checkpoint: it has no classifier of frames).
Result<void> check_checkpoint(const CheckpointInfo& checkpoint, const DatasetInfo& dataset,
                              const std::string& data, CheckpointUse use);

// The same of files that may not be there: a checkpoint without a readable sidecar is left to whoever loads
// it. Precondition: `dataset` is what `data` holds.
Result<void> check_checkpoints(const std::vector<std::string>& checkpoints, const DatasetInfo& dataset,
                               const std::string& data, CheckpointUse use);

} // namespace kinelens
