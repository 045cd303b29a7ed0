// In what several experiments differ, for people who compare their curves.
#pragma once

#include "core/experiment/experiment.h"

namespace kinelens {

struct DifferingOption {
    std::string what;                // "data", "protocol", "preset", "verb", or an option's key
    std::vector<std::string> values; // one an experiment, in their order
    bool operator==(const DifferingOption&) const = default;
};

// Everything that makes another result and is not alike in all: what they were given first, then options in
// the order of the first experiment that has them. An option that an experiment did not write down had its
// verb's default; where that is not known either, the value is empty.
std::vector<DifferingOption> differing_options(const std::vector<Experiment>& experiments);

} // namespace kinelens
