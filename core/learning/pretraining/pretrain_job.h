// The job of `pretrain`. Free of LibTorch, so that whoever starts jobs need not see it.
#pragma once

#include "core/experiment/run_folder.h"
#include "core/learning/distributed/launch.h"

#include <stop_token>
#include <string>
#include <vector>

namespace kinelens::learning {

struct PretrainSummary {
    Outcome outcome = Outcome::completed;
    std::int64_t epochs = 0;    // whole epochs done
    std::int64_t steps = 0;     // optimiser steps done
    std::vector<Metric> losses; // of the last step: loss_total, loss_<term>, loss_<term>_<domain>
    double samples_per_second = 0;
    double seconds = 0; // training time, pauses and interruptions left out
    std::string device;
    std::string checkpoint; // the newest, relative to the run folder; empty if none
};

// One JSON object: {"epochs", "steps", "loss_total", …, "samples_per_second", "seconds", …}.
std::string summary_json(const PretrainSummary& summary);

// Whether this machine has the device: invalid_argument, device_unavailable.
Result<void> check_device(const std::string& name);

// USDRL pretraining of experiment.data with experiment.options. Writes events, checkpoints and finally the
// finished event into the folder and tells `sink` every event. If the folder holds checkpoints the run
// continues from the newest that can be read. Stopping keeps a checkpoint and is no error.
// Errors: invalid_argument, dataset_empty and what opening the dataset gives; device_unavailable,
// out_of_memory, training_diverged, features_collapsed, checkpoint_mismatch, disk_full. The folder then ends
// with finished/failed.
// Started by a launcher of several processes (launch.h) this is rank 0's part: the others call
// join_pretraining(). process_failed if one of them ends.
Result<PretrainSummary> run_pretraining(const Experiment& experiment, RunFolder& folder,
                                        const EventSink& sink, std::stop_token stop);

// What every other rank does: rank 0 says what is asked, and alone writes.
Result<PretrainSummary> join_pretraining(const LaunchPlace& place, std::stop_token stop);

} // namespace kinelens::learning
