#include "core/learning/pretraining/pretrain_run.h"

#include "core/experiment/heartbeat.h"
#include "core/learning/training/device.h"
#include "core/learning/training/metrics.h"
#include "core/options/option_json.h"

#include <nlohmann/json.hpp>
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

} // namespace

PretrainRun::PretrainRun(const Experiment& experiment, RunFolder* folder, RunContext& run,
                         const LaunchPlace& place, std::shared_ptr<MeetingPoint> point)
    : experiment_(experiment)
    , folder_(folder)
    , run_(run)
    , place_(place)
    , point_(std::move(point))
    , store_(folder ? folder->paths().checkpoints() : Path(), 1) {}

Result<void> PretrainRun::prepare() {
    KINELENS_TRY(options, options_of(experiment_));
    options_ = options;
    KINELENS_TRY(device,
                 point_ ? choose_device(options_.device, place_.local_rank) : choose_device(options_.device));
    device_ = device;
    KINELENS_CHECK(choose_precision(options_.precision, device_));
    keep_freed_memory();
    const int threads = use_threads(options_.threads, place_.local_size);
    if (folder_) folder_->log("device " + device_.str() + ", threads " + std::to_string(threads));
    return {};
}

Result<void> PretrainRun::connect() {
    if (!point_) return {};
    KINELENS_TRY(ranks, connect_ranks(point_, device_));
    ranks_ = std::move(ranks);
    return {};
}

Result<void> PretrainRun::open_data() {
    KINELENS_TRY(data, open_pretrain_data(experiment_, options_));
    data_ = std::move(data);
    options_json_ = options_to_json(option_table<PretrainOptions>(), option_values(options_));
    if (folder_) store_ = CheckpointStore(folder_->paths().checkpoints(), options_.keep_checkpoints);
    auto loader = loader_options(options_);
    loader.rank = place_.rank;
    loader.ranks = place_.size;
    source_ = std::make_unique<LoaderSource>(data_.clips, loader);
    if (!folder_ || options_.probe_every == 0) return {};
    KINELENS_TRY(probe, TrainingProbe::open(experiment_, options_, data_.bodies));
    probe_ = std::make_unique<TrainingProbe>(std::move(probe));
    return {};
}

void PretrainRun::make_trainer() {
    trainer_ = std::make_unique<Trainer>(options_, data_.bodies, data_.clips->layout().joint_count(), device_,
                                         ranks_.get());
}

// The newest checkpoint that can be read; a broken one is passed over with a warning.
Result<TrainingState> PretrainRun::restored() {
    auto checkpoints = store_.list();
    for (auto info = checkpoints.rbegin(); info != checkpoints.rend(); ++info) {
        if (info->data_hash != data_.data_hash)
            return fail(ErrorCode::checkpoint_mismatch, experiment_.data, "the dataset has changed");
        make_trainer();
        auto state = unpack_checkpoint(store_.path(*info), *trainer_);
        if (state) {
            state->epochs = std::max<std::int64_t>(state->epochs, options_.epochs);
            return state;
        }
        if (state.error().code == ErrorCode::checkpoint_mismatch) return fail(std::move(state.error()));
        KINELENS_CHECK(run_.tell(WarningRaised{state.error()}));
    }
    make_trainer();
    TrainingState state;
    state.epochs = options_.epochs;
    return state;
}

Result<TrainingState> PretrainRun::restore_or_begin() {
    KINELENS_TRY(state, restored());
    return ranks_ ? agreed(state) : Result<TrainingState>(state);
}

// Rank 0 read the checkpoint; the others begin as it does.
Result<TrainingState> PretrainRun::agreed(const TrainingState& state) {
    std::vector<torch::Tensor> tensors;
    for (const auto& [name, tensor] : checkpoint_tensors(*trainer_)) tensors.push_back(tensor);
    ranks_->share(tensors);
    const auto text = ranks_->share(nlohmann::json(checkpoint_numbers(*trainer_, state)).dump());
    return restore_numbers(nlohmann::json::parse(text).get<CheckpointNumbers>(), *trainer_, experiment_.data);
}

Result<void> PretrainRun::announce(const TrainingState& state) {
    RunStarted started;
    started.verb = experiment_.verb;
    started.device = place_.size > 1 ? std::to_string(place_.size) + " x " + device_.str() : device_.str();
    started.host = host_name();
    started.process_id = ::getpid();
    started.code_version = code_version();
    started.epochs = state.epochs;
    started.steps_per_epoch = source_->batches_per_epoch();
    started.samples = source_->samples_per_epoch();
    started.resumed_from_step = state.step > 0 ? state.step : -1;
    KINELENS_CHECK(run_.tell(started));
    for (const Error& warning : data_.warnings) KINELENS_CHECK(run_.tell(WarningRaised{warning}));
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

// What is asked of rank 0 (the control file, a signal) is asked of all ranks at the same step.
std::vector<ControlCommand> PretrainRun::shared_requests() {
    auto requests = run_.take_requests();
    if (run_.stopping()) requests.push_back({ControlRequest::stop, 0});
    return control_from_text(ranks_->share(control_text(requests)));
}

Result<void> PretrainRun::probe(const TrainingState& state) {
    if (!probe_ || run_.stopping()) return {};
    if (state.epoch % options_.probe_every != 0 && state.epoch < state.epochs) return {};
    KINELENS_TRY(accuracies, probe_->measure(trainer_->model(), device_));
    return run_.tell(ProbeMeasured{state.epoch, state.step, state.seconds, std::move(accuracies)});
}

Result<PretrainSummary> PretrainRun::run() {
    KINELENS_CHECK(prepare());
    KINELENS_CHECK(connect()); // before anything that may fail on one rank alone: the others notice
    KINELENS_CHECK(open_data());
    KINELENS_TRY(state, restore_or_begin());
    KINELENS_CHECK(announce(state));
    if (state.step == 0) KINELENS_CHECK(probe(state));
    RunContext together([this](const Event& event) { return run_.tell(event); },
                        [this] { return shared_requests(); });
    TrainingLoop loop(options_, *trainer_, *source_, store_, about(), ranks_ ? together : run_,
                      [this](const TrainingState& done) { return probe(done); });
    KINELENS_TRY(outcome, loop.run(state));
    if (point_) point_->leave();
    return summarise(loop, outcome);
}

} // namespace kinelens::learning
