#include "core/learning/weights/saved_model.h"

#include "core/experiment/experiment.h"
#include "core/learning/training/model_tensors.h"
#include "core/options/option_json.h"

namespace kinelens::learning {

Result<SavedModel> load_model(const Path& checkpoint) {
    if (!std::filesystem::exists(checkpoint)) return fail(ErrorCode::file_not_found, checkpoint.string());
    const Path sidecar = checkpoint_sidecar(checkpoint);
    auto text = read_text_file(sidecar);
    if (!text)
        return fail(ErrorCode::file_not_found, sidecar.string(), "what the weights beside it belong to");
    KINELENS_TRY(info, checkpoint_info_from_json(*text, sidecar.string()));
    KINELENS_TRY(values, options_over_file(option_table<PretrainOptions>(), option_values(PretrainOptions{}),
                                           info.options, sidecar.string()));
    const auto options = options_from_values<PretrainOptions>(values);
    KINELENS_TRY(archive, unpack(checkpoint));
    UsdrlModel model(model_options(options, info.bodies, info.layout.joint_count()));
    KINELENS_CHECK(copy_into(model_tensors(model), archive.groups["model"], checkpoint.string()));
    model->eval();
    return SavedModel{model, options, info};
}

Result<void> save_model(const Path& checkpoint, UsdrlModel& model, CheckpointInfo info) {
    if (checkpoint.extension() != ".pt")
        return fail(ErrorCode::invalid_argument, checkpoint.string(), "the name of a checkpoint ends in .pt");
    Archive archive;
    archive.groups["model"] = model_tensors(model);
    archive.texts["options"] = info.options;
    return publish_checkpoint(checkpoint, archive, std::move(info));
}

Result<void> publish_checkpoint(const Path& checkpoint, const Archive& archive, CheckpointInfo info) {
    KINELENS_TRY(bytes, pack(archive));
    info.file = checkpoint.filename().string();
    info.created = utc_timestamp();
    KINELENS_CHECK(write_file_atomically(checkpoint, bytes));
    return write_file_atomically(checkpoint_sidecar(checkpoint), checkpoint_info_to_json(info));
}

} // namespace kinelens::learning
