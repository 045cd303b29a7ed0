#include "core/learning/jobs/pretrain_run.h"

#include "core/learning/training/device.h"
#include "core/learning/training/metrics.h"
#include "core/options/option_json.h"

#include <unistd.h>

namespace kinelens::learning {
namespace {

Result<PretrainOptions> options_of(const Experiment& experiment) {
    KINELENS_TRY(values, options_over_json(option_table<PretrainOptions>(), option_values(PretrainOptions{}),
                                           experiment.options, "experiment.json"));
    auto options = options_from_values<PretrainOptions>(values);
    KINELENS_CHECK(validate(options));
    return options;
}

std::string host_name() {
    char name[256] = {};
    return ::gethostname(name, sizeof name - 1) == 0 ? name : "";
}

} // namespace

PretrainRun::PretrainRun(const Experiment& experiment, RunFolder& folder, const EventSink& sink,
                         std::stop_token stop)
    : experiment_(experiment)
    , folder_(folder)
    , sink_(sink)
    , stop_(std::move(stop))
    , store_(folder.paths().checkpoints(), 1) {}

Result<void> PretrainRun::emit(const Event& event) {
    if (sink_) sink_(event);
    return folder_.append(event);
}

Result<void> PretrainRun::prepare() {
    KINELENS_TRY(options, options_of(experiment_));
    options_ = options;
    KINELENS_TRY(device, choose_device(options_.device));
    device_ = device;
    keep_freed_memory();
    folder_.log("device " + device_.str() + ", threads " + std::to_string(use_threads(options_.threads)));
    KINELENS_TRY(data, open_pretrain_data(experiment_, options_));
    data_ = std::move(data);
    options_json_ = options_to_json(option_table<PretrainOptions>(), option_values(options_));
    store_ = CheckpointStore(folder_.paths().checkpoints(), options_.keep_checkpoints);
    source_ = std::make_unique<LoaderSource>(data_.clips, loader_options(options_));
    return {};
}

// The newest checkpoint that can be read; a broken one is passed over with a warning.
Result<TrainingState> PretrainRun::restore_or_begin() {
    auto checkpoints = store_.list();
    for (auto info = checkpoints.rbegin(); info != checkpoints.rend(); ++info) {
        if (info->data_hash != data_.data_hash)
            return fail(ErrorCode::checkpoint_mismatch, experiment_.data, "the dataset has changed");
        trainer_ =
            std::make_unique<Trainer>(options_, data_.bodies, data_.clips->layout().joint_count(), device_);
        auto state = unpack_checkpoint(store_.path(*info), *trainer_);
        if (state) {
            state->epochs = std::max<std::int64_t>(state->epochs, options_.epochs);
            return state;
        }
        if (state.error().code == ErrorCode::checkpoint_mismatch) return fail(std::move(state.error()));
        KINELENS_CHECK(emit(WarningRaised{state.error()}));
    }
    trainer_ =
        std::make_unique<Trainer>(options_, data_.bodies, data_.clips->layout().joint_count(), device_);
    TrainingState state;
    state.epochs = options_.epochs;
    return state;
}

Result<void> PretrainRun::announce(const TrainingState& state) {
    RunStarted started;
    started.verb = experiment_.verb;
    started.device = device_.str();
    started.host = host_name();
    started.process_id = ::getpid();
    started.code_version = code_version();
    started.epochs = state.epochs;
    started.steps_per_epoch = source_->batches_per_epoch();
    started.samples = source_->samples_per_epoch();
    started.resumed_from_step = state.step > 0 ? state.step : -1;
    KINELENS_CHECK(emit(started));
    for (const Error& warning : data_.warnings) KINELENS_CHECK(emit(WarningRaised{warning}));
    return {};
}

CheckpointInfo PretrainRun::about() const {
    CheckpointInfo info;
    info.verb = experiment_.verb;
    info.options = options_json_;
    info.layout = data_.clips->layout();
    info.bodies = data_.bodies;
    info.data = experiment_.data;
    info.data_hash = data_.data_hash;
    info.protocol = experiment_.protocol;
    info.code_version = code_version();
    return info;
}

PretrainSummary PretrainRun::summarise(const TrainingLoop& loop, Outcome outcome) const {
    PretrainSummary summary;
    summary.outcome = outcome;
    summary.epochs = loop.state().epoch;
    summary.steps = loop.state().step;
    summary.seconds = loop.state().seconds;
    summary.samples_per_second = loop.samples_per_second();
    summary.device = device_.str();
    const auto checkpoints = store_.list();
    if (checkpoints.empty()) return summary;
    summary.checkpoint = "checkpoints/" + checkpoints.back().file;
    summary.losses = checkpoints.back().losses;
    return summary;
}

Result<PretrainSummary> PretrainRun::run() {
    KINELENS_CHECK(prepare());
    KINELENS_TRY(state, restore_or_begin());
    KINELENS_CHECK(announce(state));
    const LoopHooks hooks{[this](const Event& event) { return emit(event); },
                          [this] { return folder_.take_requests(); }, stop_};
    TrainingLoop loop(options_, *trainer_, *source_, store_, about(), hooks);
    KINELENS_TRY(outcome, loop.run(state));
    return summarise(loop, outcome);
}

} // namespace kinelens::learning
