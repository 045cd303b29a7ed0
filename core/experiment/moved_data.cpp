#include "core/experiment/moved_data.h"

#include "core/experiment/checkpoint_info.h"
#include "core/experiment/run_folder.h"

namespace kinelens {

std::string known_data_hash(const Path& folder, const Experiment& experiment) {
    const auto checkpoints = list_checkpoints(RunPaths{folder}.checkpoints());
    if (!checkpoints.empty()) return checkpoints.back().data_hash;
    const auto input = experiment.inputs.find("data");
    return input == experiment.inputs.end() ? "" : input->second.hash;
}

Result<void> check_moved_data(const Path& folder, const Experiment& experiment, const std::string& file,
                              const std::string& content_hash) {
    const std::string known = known_data_hash(folder, experiment);
    if (known.empty() || known == content_hash) return {};
    return fail(ErrorCode::checkpoint_mismatch, file,
                "it is not the dataset that this run learns from (" + experiment.data +
                    "), moved: its content hash is " + content_hash + ", and that one's was " + known);
}

} // namespace kinelens
