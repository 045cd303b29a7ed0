// What a run was made of: the file of another run that it read.
#pragma once

#include "core/experiment/experiment.h"

namespace kinelens {

struct RunSource {
    std::string input; // "checkpoint" or "features"
    std::string file;  // as the run said it
    bool operator==(const RunSource&) const = default;
};

// From the experiment's inputs; of runs that did not write them down, from their command line. Nothing where
// the run reads no such file, or several.
std::optional<RunSource> source_of(const Experiment& experiment);

} // namespace kinelens
