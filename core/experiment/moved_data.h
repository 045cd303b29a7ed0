// A run whose dataset lies elsewhere now.
#pragma once

#include "core/experiment/experiment.h"

namespace kinelens {

// The content hash of what the run in `folder` learns from: as its newest checkpoint says, or else the
// experiment. Empty: nobody wrote it down.
std::string known_data_hash(const Path& folder, const Experiment& experiment);

// That a dataset in `file` with that content hash is the one of the run. Error: checkpoint_mismatch.
Result<void> check_moved_data(const Path& folder, const Experiment& experiment, const std::string& file,
                              const std::string& content_hash);

} // namespace kinelens
