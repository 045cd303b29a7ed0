// TrainingLoop: epochs of steps with everything around them: events, requests, checkpoints, pausing,
// stopping, and ending before a diverged or collapsed model is saved.
#pragma once

#include "core/experiment/checkpoint_info.h"
#include "core/experiment/run_context.h"
#include "core/learning/training/checkpoint.h"
#include "core/learning/training/checkpoint_store.h"
#include "core/learning/training/metrics.h"
#include "core/learning/training/pace.h"

#include <functional>

namespace kinelens::learning {

using EpochDone = std::function<Result<void>(const TrainingState&)>;

class TrainingLoop {
public:
    // `about` is the sidecar of every checkpoint; file, step, epoch and losses are filled here. Everything
    // passed must outlive the loop. `epoch_done` may be empty.
    TrainingLoop(const PretrainOptions& options, Trainer& trainer, BatchSource& source,
                 CheckpointStore& store, CheckpointInfo about, RunContext& run, EpochDone epoch_done = {});

    // Continues from `state` until all epochs are done (completed) or a stop is asked for (stopped, after a
    // checkpoint). Errors: training_diverged, features_collapsed, disk_full and whatever the source gives;
    // the checkpoints written before stand.
    Result<Outcome> run(TrainingState state);

    const TrainingState& state() const { return state_; }
    double samples_per_second() const { return pace_.samples_per_second(); }

private:
    Result<bool> run_epoch(); // false: stopped within
    Result<void> take_step(const Batch& batch);
    Result<void> collect_losses();
    Result<void> log_step();
    Result<void> finish_epoch();
    Result<void> check_collapse();
    Result<void> write_checkpoint(std::optional<double> epoch_loss);
    Result<bool> heed_requests(); // false: stop
    double eta_seconds() const;

    const PretrainOptions& options_;
    Trainer& trainer_;
    BatchSource& source_;
    CheckpointStore& store_;
    CheckpointInfo about_;
    ActiveTerms active_;
    RunContext& run_;
    EpochDone epoch_done_;
    TrainingState state_;
    LossValues last_{}; // losses of the last step that is known
    Pace pace_;
    std::int64_t checkpoint_step_ = -1; // of the newest checkpoint
};

} // namespace kinelens::learning
