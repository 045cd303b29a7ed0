// TrainingLoop: epochs of steps with everything around them: events, requests, checkpoints, pausing,
// stopping, and ending before a diverged or collapsed model is saved.
#pragma once

#include "core/experiment/checkpoint_info.h"
#include "core/experiment/run_folder.h"
#include "core/learning/training/checkpoint.h"
#include "core/learning/training/checkpoint_store.h"
#include "core/learning/training/metrics.h"
#include "core/learning/training/pace.h"

#include <functional>
#include <stop_token>

namespace kinelens::learning {

// What the loop needs from its run.
struct LoopHooks {
    std::function<Result<void>(const Event&)> emit;
    std::function<std::vector<ControlCommand>()> requests;
    std::stop_token stop;
    std::function<Result<void>(const TrainingState&)> epoch_done; // may be empty
};

class TrainingLoop {
public:
    // `about` is the sidecar of every checkpoint; file, step, epoch and losses are filled here. Everything
    // passed must outlive the loop.
    TrainingLoop(const PretrainOptions& options, Trainer& trainer, BatchSource& source,
                 CheckpointStore& store, CheckpointInfo about, LoopHooks hooks);

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
    Result<bool> obey_requests(); // false: stop
    Result<void> obey(const ControlCommand& command);
    Result<void> wait_while_paused();
    bool stopping() const { return stop_asked_ || hooks_.stop.stop_requested(); }
    double eta_seconds() const;

    const PretrainOptions& options_;
    Trainer& trainer_;
    BatchSource& source_;
    CheckpointStore& store_;
    CheckpointInfo about_;
    ActiveTerms active_;
    LoopHooks hooks_;
    TrainingState state_;
    LossValues last_{}; // losses of the last step that is known
    Pace pace_;
    std::int64_t checkpoint_step_ = -1; // of the newest checkpoint
    bool paused_ = false;
    bool stop_asked_ = false;
};

} // namespace kinelens::learning
