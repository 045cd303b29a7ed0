// The training side of a dataset, ready to be drawn from.
#pragma once

#include "core/experiment/experiment.h"
#include "core/options/pretrain_options.h"
#include "core/preparation/view_loader.h"

namespace kinelens::learning {

struct PretrainData {
    std::shared_ptr<ClipStore> clips;
    int bodies = 0;
    std::string data_hash;
    std::vector<Error> warnings; // the hash of another program; a batch size that had to be lowered
};

// Lowers options.batch_size to the number of samples where it is larger. Errors: what opening gives,
// invalid_argument (protocol), dataset_empty (fewer than two samples).
Result<PretrainData> open_pretrain_data(const Experiment& experiment, PretrainOptions& options);

ViewLoaderOptions loader_options(const PretrainOptions& options);

} // namespace kinelens::learning
