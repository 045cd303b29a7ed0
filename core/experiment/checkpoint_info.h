// CheckpointInfo: what the JSON file beside a checkpoint says of it, so that listing checkpoints needs no
// LibTorch. A checkpoint exists once its sidecar does: the weights are published first, and removed last.
#pragma once

#include "core/experiment/events.h"
#include "core/foundation/files.h"
#include "core/skeleton/skeleton_layout.h"

#include <optional>

namespace kinelens {

struct CheckpointInfo {
    std::string file; // the weights' name, beside the sidecar: "epoch-0010.pt"
    std::string verb; // which job made it
    std::int64_t step = 0;
    std::int64_t epoch = 0;           // whole epochs done
    std::optional<double> epoch_loss; // mean total loss of the epoch that ended here; absent within an epoch
    std::vector<Metric> losses;       // of the last step
    std::string options = "{}";       // complete, one JSON object
    SkeletonLayout layout;
    int bodies = 1;
    std::string data; // dataset file
    std::string data_hash;
    std::string protocol;
    std::string code_version;
    std::string created; // ISO 8601, UTC
    bool operator==(const CheckpointInfo&) const = default;
};

std::string checkpoint_info_to_json(const CheckpointInfo& info);
Result<CheckpointInfo> checkpoint_info_from_json(std::string_view json, const std::string& source);

// "epoch-0010.pt" -> "epoch-0010.json"
Path checkpoint_sidecar(const Path& weights);

// Every checkpoint of a folder by rising step. Sidecars that cannot be read, or whose weights are missing,
// are left out. A folder that does not exist holds none.
std::vector<CheckpointInfo> list_checkpoints(const Path& folder);

// The one with the lowest epoch loss (the newest of equals); nullptr if none has one.
const CheckpointInfo* best_checkpoint(const std::vector<CheckpointInfo>& checkpoints);

} // namespace kinelens
