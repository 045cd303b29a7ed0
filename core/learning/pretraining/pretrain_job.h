// The job of `pretrain`. Free of LibTorch, so that whoever starts jobs need not see it.
#pragma once

#include "core/experiment/run_context.h"
#include "core/experiment/run_folder.h"
#include "core/learning/distributed/launch.h"
#include "core/learning/pretraining/pretrain_summary.h"

namespace kinelens::learning {

// Whether this machine has the device: invalid_argument, device_unavailable.
Result<void> check_device(const std::string& name);

// USDRL pretraining of experiment.data with experiment.options. Writes checkpoints into the folder and tells
// `run`, which records, all from the started to the finished event. If the folder holds checkpoints the run
// continues from the newest that can be read. Stopping keeps a checkpoint and is no error.
// Errors: invalid_argument, dataset_empty and what opening the dataset gives; device_unavailable,
// out_of_memory, training_diverged, features_collapsed, checkpoint_mismatch, disk_full. The folder then ends
// with finished/failed.
// Started by a launcher of several processes (launch.h) this is rank 0's part: the others call
// join_pretraining(). process_failed if one of them ends.
Result<PretrainSummary> run_pretraining(const Experiment& experiment, RunFolder& folder, RunContext& run);

// What every other rank does: rank 0 says what is asked, and alone writes.
Result<PretrainSummary> join_pretraining(const LaunchPlace& place, std::stop_token stop);

} // namespace kinelens::learning
