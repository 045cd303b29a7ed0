#include "core/learning/training/training_loop.h"

#include "core/experiment/experiment.h"
#include "core/foundation/number_text.h"

#include <algorithm>
#include <cstdio>

namespace kinelens::learning {
namespace {

std::string checkpoint_name(const TrainingState& state) {
    char name[48];
    if (state.batch == 0)
        std::snprintf(name, sizeof name, "epoch-%04lld.pt", static_cast<long long>(state.epoch));
    else
        std::snprintf(name, sizeof name, "step-%08lld.pt", static_cast<long long>(state.step));
    return name;
}

} // namespace

TrainingLoop::TrainingLoop(const PretrainOptions& options, Trainer& trainer, BatchSource& source,
                           CheckpointStore& store, CheckpointInfo about, RunContext& run,
                           EpochDone epoch_done)
    : options_(options)
    , trainer_(trainer)
    , source_(source)
    , store_(store)
    , about_(std::move(about))
    , active_(active_terms(options))
    , run_(run)
    , epoch_done_(std::move(epoch_done)) {}

Result<Outcome> TrainingLoop::run(TrainingState state) {
    state_ = state;
    checkpoint_step_ = state.step > 0 ? state.step : -1;
    while (state_.epoch < state_.epochs) {
        KINELENS_TRY(finished, run_epoch());
        if (!finished) {
            if (checkpoint_step_ != state_.step) KINELENS_CHECK(write_checkpoint(std::nullopt));
            return Outcome::stopped;
        }
    }
    return Outcome::completed;
}

Result<bool> TrainingLoop::run_epoch() {
    if (run_.stopping()) return false;
    KINELENS_CHECK(source_.start(state_.epoch, state_.batch));
    while (true) {
        pace_.begin();
        KINELENS_TRY(batch, source_.next());
        if (!batch) break;
        // One sequence has no variance: batch statistics need two.
        if (batch->samples() >= 2) KINELENS_CHECK(take_step(*batch));
        ++state_.batch;
        const bool last_of_epoch = state_.batch >= source_.batches_per_epoch();
        KINELENS_TRY(go_on, heed_requests());
        if (!go_on && !last_of_epoch) return false;
        if (!go_on) break;
    }
    KINELENS_CHECK(finish_epoch());
    return true;
}

Result<void> TrainingLoop::take_step(const Batch& batch) {
    const bool logged = (state_.step + 1) % options_.log_every == 0;
    KINELENS_CHECK(trainer_.step(batch, state_.epoch, logged));
    if (logged || !trainer_.runs_ahead()) KINELENS_CHECK(collect_losses());
    state_.seconds += pace_.end(batch.samples());
    ++state_.step;
    ++state_.epoch_steps;
    if (!logged) return {};
    KINELENS_CHECK(log_step());
    return check_collapse();
}

Result<void> TrainingLoop::collect_losses() {
    KINELENS_TRY(taken, trainer_.take_losses());
    for (const LossValues& losses : taken) {
        for (std::size_t i = 0; i < loss_count; ++i) state_.epoch_sums[i] += losses[i];
        last_ = losses;
    }
    return {};
}

double TrainingLoop::eta_seconds() const {
    const auto per_epoch = static_cast<double>(source_.batches_per_epoch());
    const double left =
        static_cast<double>(state_.epochs - state_.epoch) * per_epoch - static_cast<double>(state_.batch + 1);
    return std::max(0.0, left) * pace_.seconds_per_step();
}

Result<void> TrainingLoop::log_step() {
    MetricsLogged event;
    event.step = state_.step;
    event.epoch = static_cast<double>(state_.epoch) +
                  static_cast<double>(state_.batch + 1) / static_cast<double>(source_.batches_per_epoch());
    event.seconds = state_.seconds;
    event.metrics = loss_metrics(last_, active_);
    event.metrics.push_back({"learning_rate", trainer_.report().learning_rate});
    event.metrics.push_back({"gradient_norm", trainer_.report().gradient_norm});
    for (auto& metric : health_metrics(trainer_.report().health)) event.metrics.push_back(std::move(metric));
    event.metrics.push_back({"samples_per_second", pace_.samples_per_second()});
    event.metrics.push_back({"eta_seconds", eta_seconds()});
    if (const auto gpu = trainer_.gpu_usage())
        for (auto& metric : gpu_metrics(*gpu)) event.metrics.push_back(std::move(metric));
    return run_.tell(event);
}

Result<void> TrainingLoop::check_collapse() {
    const FeatureHealth& health = trainer_.report().health;
    const std::size_t domain = least_varied(health, options_.domain_weight);
    const double lowest = health.standard_deviation[domain];
    state_.collapsed_checks = lowest < options_.collapse_std ? state_.collapsed_checks + 1 : 0;
    if (state_.collapsed_checks < options_.collapse_checks) return {};
    return fail(ErrorCode::features_collapsed, domain_names[domain],
                "mean standard deviation " + short_number_text(lowest) + " for " +
                    std::to_string(state_.collapsed_checks) + " checks");
}

Result<void> TrainingLoop::finish_epoch() {
    KINELENS_CHECK(collect_losses());
    const auto steps = static_cast<double>(std::max<std::int64_t>(1, state_.epoch_steps));
    const double mean = state_.epoch_sums[0] / steps;
    ++state_.epoch;
    KINELENS_CHECK(run_.tell(
        EpochFinished{state_.epoch, state_.step, loss_metrics(state_.epoch_sums, active_, 1 / steps)}));
    state_.batch = 0;
    state_.epoch_steps = 0;
    state_.epoch_sums = {};
    if (epoch_done_) KINELENS_CHECK(epoch_done_(state_));
    const bool due =
        state_.epoch % options_.checkpoint_every == 0 || state_.epoch >= state_.epochs || run_.stopping();
    return due ? write_checkpoint(mean) : Result<void>{};
}

Result<void> TrainingLoop::write_checkpoint(std::optional<double> epoch_loss) {
    KINELENS_CHECK(collect_losses());
    if (trainer_.ranks() && trainer_.ranks()->rank() > 0) { // rank 0 writes for all
        checkpoint_step_ = state_.step;
        return {};
    }
    if (!trainer_.is_finite())
        return fail(ErrorCode::training_diverged, "weights",
                    "not finite after step " + std::to_string(state_.step));
    about_.file = checkpoint_name(state_);
    about_.step = state_.step;
    about_.epoch = state_.epoch;
    about_.epoch_loss = epoch_loss;
    about_.losses = loss_metrics(last_, active_);
    about_.created = utc_timestamp();
    KINELENS_TRY(bytes, pack_checkpoint(trainer_, state_, about_.options));
    auto best = store_.write(about_, bytes);
    if (!best) {
        // The log may be on the same full disk: the error itself matters more than its event.
        (void)run_.tell(WarningRaised{best.error()});
        return fail(std::move(best.error()));
    }
    checkpoint_step_ = state_.step;
    return run_.tell(CheckpointWritten{"checkpoints/" + about_.file, state_.step, state_.epoch, *best});
}

Result<bool> TrainingLoop::heed_requests() {
    StepWishes wishes;
    wishes.extend = [this](std::int64_t epochs) { state_.epochs += epochs; };
    // After an epoch's last batch its own end comes first.
    if (state_.batch < source_.batches_per_epoch())
        wishes.checkpoint = [this] { return write_checkpoint(std::nullopt); };
    return run_.heed(state_.step, wishes);
}

} // namespace kinelens::learning
