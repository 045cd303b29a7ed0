#include "core/experiment/checkpoint_fit.h"

#include "core/skeleton/joint_map.h"

namespace kinelens {
namespace {

Result<void> same_joints(const CheckpointInfo& checkpoint, const DatasetInfo& dataset,
                         const std::string& data) {
    const int wanted = checkpoint.layout.joint_count(), found = dataset.layout.joint_count();
    if (wanted == found) return {};
    return fail(ErrorCode::joint_count_wrong, data,
                std::to_string(found) + " joints, the checkpoint was trained on " + std::to_string(wanted));
}

} // namespace

Result<CheckpointInfo> read_checkpoint_info(const Path& weights) {
    const Path sidecar = checkpoint_sidecar(weights);
    const auto text = read_text_file(sidecar);
    if (!text)
        return fail(ErrorCode::file_not_found, sidecar.string(), "what the weights beside it belong to");
    return checkpoint_info_from_json(*text, sidecar.string());
}

Result<void> check_checkpoint(const CheckpointInfo& checkpoint, const DatasetInfo& dataset,
                              const std::string& data, CheckpointUse use) {
    if (use == CheckpointUse::encode) return same_joints(checkpoint, dataset, data);
    if (use == CheckpointUse::detect && checkpoint.verb != "detect-train")
        return fail(ErrorCode::checkpoint_mismatch, checkpoint.file,
                    "it has no classifier of frames; detect-train makes one");
    KINELENS_CHECK(joint_map(dataset.layout, checkpoint.layout));
    return {};
}

Result<void> check_checkpoints(const std::vector<std::string>& checkpoints, const DatasetInfo& dataset,
                               const std::string& data, CheckpointUse use) {
    for (const std::string& file : checkpoints) {
        auto info = read_checkpoint_info(file);
        if (!info) continue;
        info->file = file;
        KINELENS_CHECK(check_checkpoint(*info, dataset, data, use));
    }
    return {};
}

} // namespace kinelens
