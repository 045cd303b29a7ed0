#include "core/learning/weights/weights_job.h"

#include "core/experiment/experiment.h"
#include "core/learning/distributed/guard.h"
#include "core/learning/weights/published_state.h"
#include "core/learning/weights/saved_model.h"
#include "core/learning/weights/state_export.h"
#include "core/options/option_json.h"

namespace kinelens::learning {
namespace {

Result<int> bodies_of(const PublishedState& state, const SkeletonLayout& layout) {
    const int tokens = spatial_tokens_of(state), joints = layout.joint_count();
    if (tokens % joints == 0) return tokens / joints;
    return fail(ErrorCode::checkpoint_mismatch, state.source,
                std::to_string(tokens) + " spatial tokens are no whole bodies of " + std::to_string(joints) +
                    " joints (" + layout.name + ")");
}

CheckpointInfo about(const ImportedWeights& imported, const SkeletonLayout& layout) {
    CheckpointInfo info;
    info.verb = "import-weights";
    info.epoch = imported.epoch;
    info.options = options_to_json(option_table<PretrainOptions>(), option_values(imported.options));
    info.layout = layout;
    info.bodies = imported.bodies;
    info.code_version = code_version();
    return info;
}

Result<ImportedWeights> convert(const Path& source, const Path& checkpoint, const PretrainOptions& given,
                                const SkeletonLayout& layout) {
    KINELENS_TRY(state, open_published(source));
    KINELENS_TRY(options, options_of_state(state, given));
    KINELENS_TRY(bodies, bodies_of(state, layout));
    options.bodies = bodies;
    KINELENS_CHECK(validate(options));
    UsdrlModel model(model_options(options, bodies, layout.joint_count()));
    initialise(*model, static_cast<std::uint64_t>(options.seed));
    KINELENS_TRY(report, fill_from(state, model));
    ImportedWeights imported{options,        bodies,         state.epoch,      report.tensors,
                             report.matched, report.missing, report.unexpected};
    KINELENS_CHECK(save_model(checkpoint, model, about(imported, layout)));
    return imported;
}

} // namespace

Result<ImportedWeights> import_weights(const Path& source, const Path& checkpoint,
                                       const PretrainOptions& options, const SkeletonLayout& layout) {
    return guarded(source.string(), [&] { return convert(source, checkpoint, options, layout); });
}

Result<std::int64_t> export_weights(const Path& checkpoint, const std::string& prefix, const Path& file) {
    return guarded(checkpoint.string(), [&]() -> Result<std::int64_t> {
        KINELENS_TRY(saved, load_model(checkpoint));
        return export_state(saved.model, saved.info.epoch, prefix, file);
    });
}

} // namespace kinelens::learning
