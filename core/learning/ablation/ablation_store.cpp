#include "core/learning/ablation/ablation_store.h"

#include "core/experiment/checkpoint_info.h"
#include "core/experiment/run_context.h"
#include "core/experiment/run_folder.h"
#include "core/experiment/run_status.h"
#include "core/foundation/content_hash.h"
#include "core/learning/pretraining/pretrain_job.h"
#include "core/learning/weights/saved_model.h"
#include "core/options/option_json.h"
#include "core/preparation/raw_features.h"
#include "core/results/features_writer.h"

namespace kinelens::learning {
namespace {

// A run of its own in a folder of its own: what the table's run hears of it is how far it has come.
EventSink progress_of(const EventSink& sink, std::int64_t epochs) {
    return [sink, epochs](const Event& event) {
        if (const auto* done = std::get_if<EpochFinished>(&event))
            sink(ProgressMade{done->epoch, epochs, "epochs of pretraining"});
        if (std::holds_alternative<WarningRaised>(event)) sink(event);
    };
}

Result<RunFolder> begun_or_reopened(const Path& folder, const Experiment& experiment) {
    if (is_run_folder(folder) && std::filesystem::exists(RunPaths{folder}.events()))
        return RunFolder::reopen(folder);
    return RunFolder::create(folder, experiment);
}

Result<std::string> last_checkpoint(const Path& folder) {
    const auto checkpoints = list_checkpoints(RunPaths{folder}.checkpoints());
    if (checkpoints.empty()) return fail(ErrorCode::file_not_found, RunPaths{folder}.checkpoints().string());
    return (RunPaths{folder}.checkpoints() / checkpoints.back().file).string();
}

std::string json_of(const PretrainOptions& options) {
    return options_to_json(option_table<PretrainOptions>(), option_values(options));
}

} // namespace

AblationStore::AblationStore(Path folder, std::string data, std::shared_ptr<const DatasetReader> dataset,
                             EventSink sink, std::stop_token stop)
    : folder_(std::move(folder))
    , data_(std::move(data))
    , dataset_(std::move(dataset))
    , sink_(std::move(sink))
    , stop_(std::move(stop)) {}

Path AblationStore::place(const std::string& kind, const std::string& options,
                          const std::string& protocol) const {
    ContentHash hash;
    for (const std::string& part : {options, protocol, dataset_->info().content_hash, code_release()})
        hash.add_text(part);
    return folder_ / (kind + "-" + hash.text().substr(ContentHash::prefix.size(), 16));
}

Result<std::string> AblationStore::pretrained(const PretrainOptions& options, const std::string& protocol) {
    const Path folder = place("run", json_of(options), protocol);
    if (const auto status = run_status(folder); status && status->state == RunState::completed)
        return last_checkpoint(folder);
    Experiment experiment;
    experiment.verb = "pretrain";
    experiment.name = folder.filename().string();
    experiment.data = data_;
    experiment.protocol = protocol;
    experiment.options = json_of(options);
    experiment.code_version = code_version();
    experiment.created = utc_timestamp();
    KINELENS_TRY(opened, begun_or_reopened(folder, experiment));
    RunContext run(recording(opened, progress_of(sink_, options.epochs)), {}, stop_);
    KINELENS_TRY(summary, run_pretraining(experiment, opened, run));
    if (summary.outcome != Outcome::completed) return fail(ErrorCode::cancelled, "pretraining");
    return last_checkpoint(folder);
}

Result<std::string> AblationStore::untrained(const PretrainOptions& options) {
    const Path file = place("random", json_of(options), "").concat(".pt");
    if (std::filesystem::exists(checkpoint_sidecar(file))) return file.string();
    const DatasetInfo& data = dataset_->info();
    CheckpointInfo info;
    info.verb = "ablate";
    info.options = json_of(options);
    info.layout = data.layout;
    info.bodies = std::min(options.bodies, data.bodies);
    info.code_version = code_version();
    UsdrlModel model(model_options(options, info.bodies, data.joints()));
    initialise(*model, static_cast<std::uint64_t>(options.seed));
    KINELENS_CHECK(save_model(file, model, info));
    return file.string();
}

Result<std::string> AblationStore::raw_joints() {
    const Path file = place("raw", "32 frames", "").concat(".h5");
    if (std::filesystem::exists(file)) return file.string();
    const DatasetInfo& data = dataset_->info();
    const std::int64_t bodies = std::min(data.bodies, 2);
    const Stamp stamp{{"data", data_},
                      {"data_hash", data.content_hash},
                      {"stream", "joint"},
                      {"preprocess", "root-centred, facing one way, 32 frames"},
                      {"code_version", code_version()}};
    KINELENS_TRY(writer, FeaturesWriter::create(file, {32 * bodies * data.joints() * 3, false, 0, 0}, stamp));
    for (std::size_t i = 0; i < dataset_->sequences().size(); ++i) {
        if (stop_.stop_requested()) return fail(ErrorCode::cancelled, "raw joints");
        if (dataset_->sequences()[i].length == 0) continue;
        KINELENS_TRY(motion, dataset_->read(i));
        const auto values = raw_features(motion, data.layout, data.up);
        KINELENS_CHECK(writer.append({dataset_->sequences()[i].name}, {values.data()}));
    }
    KINELENS_CHECK(writer.finish());
    return file.string();
}

} // namespace kinelens::learning
