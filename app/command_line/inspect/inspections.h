// What `inspect` says of each kind of thing.
#pragma once

#include "app/command_line/verb.h"

namespace kinelens {

// `every_frame`: also the problems that only the joints tell, which takes reading everything.
VerbResult inspect_dataset(const Path& file, bool every_frame);
VerbResult inspect_run(const Path& folder);
VerbResult inspect_checkpoint(const Path& file); // by its JSON sidecar
// An evaluation, or how it compares with `against` where that is not empty.
VerbResult inspect_results(const Path& file, const std::string& against);
VerbResult inspect_embedding(const Path& file);
// A pretraining preset, or how it differs from `against` where that is not empty.
VerbResult inspect_preset(const std::string& name, const std::string& against);

} // namespace kinelens
