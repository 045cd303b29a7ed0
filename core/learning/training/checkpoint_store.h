// CheckpointStore: the checkpoints/ folder of a run. Files appear whole or not at all; the newest few and the
// best (lowest epoch loss) are kept.
#pragma once

#include "core/experiment/checkpoint_info.h"

namespace kinelens::learning {

class CheckpointStore {
public:
    CheckpointStore(Path folder, int keep)
        : folder_(std::move(folder))
        , keep_(static_cast<std::size_t>(keep)) {}

    // Publishes `weights` under the name info.file and then its sidecar, then removes what need not be kept.
    // True if it is the best so far. Errors: disk_full, file_unwritable; then every earlier one still stands.
    Result<bool> write(const CheckpointInfo& info, std::string_view weights);

    std::vector<CheckpointInfo> list() const { return list_checkpoints(folder_); }
    Path path(const CheckpointInfo& info) const { return folder_ / info.file; }

private:
    void prune(const std::vector<CheckpointInfo>& all) const;

    Path folder_;
    std::size_t keep_;
};

} // namespace kinelens::learning
