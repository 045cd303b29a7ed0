// One pretraining run from options to outcome, between its started and its finished event.
#pragma once

#include "core/experiment/run_folder.h"
#include "core/learning/distributed/process_ranks.h"
#include "core/learning/pretraining/loader_source.h"
#include "core/learning/pretraining/pretrain_data.h"
#include "core/learning/pretraining/pretrain_summary.h"
#include "core/learning/pretraining/training_probe.h"
#include "core/learning/training/training_loop.h"

namespace kinelens::learning {

class PretrainRun {
public:
    // folder: null on every rank but the first, which alone writes. point: null for one process.
    PretrainRun(const Experiment& experiment, RunFolder* folder, RunContext& run, const LaunchPlace& place,
                std::shared_ptr<MeetingPoint> point);
    Result<PretrainSummary> run();

private:
    Result<void> prepare(); // options, device, threads
    Result<void> connect(); // to the other processes
    Result<void> open_data();
    Result<TrainingState> restore_or_begin();
    Result<TrainingState> restored();
    Result<TrainingState> agreed(const TrainingState& state);
    void make_trainer();
    std::vector<ControlCommand> shared_requests();
    Result<void> probe(const TrainingState& state);
    Result<void> announce(const TrainingState& state);
    CheckpointInfo about() const;
    PretrainSummary summarise(const TrainingLoop& loop, Outcome outcome) const;

    const Experiment& experiment_;
    RunFolder* folder_;
    RunContext& run_;
    LaunchPlace place_;
    std::shared_ptr<MeetingPoint> point_;
    std::unique_ptr<Ranks> ranks_;
    PretrainOptions options_;
    std::string options_json_;
    torch::Device device_ = torch::kCPU;
    PretrainData data_;
    CheckpointStore store_;
    std::unique_ptr<Trainer> trainer_;
    std::unique_ptr<LoaderSource> source_;
    std::unique_ptr<TrainingProbe> probe_; // null: not asked for, or not the first rank
};

} // namespace kinelens::learning
