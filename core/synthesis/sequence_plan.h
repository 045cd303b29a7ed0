// Which sequence shows what: a pure function of its index, so that any one can be made alone.
#pragma once

#include "core/foundation/result.h"
#include "core/synthesis/action.h"
#include "core/synthesis/synthesis_options.h"

namespace kinelens::synthesis {

struct SequencePlan {
    std::string name;        // SsssCcccPpppRrrrAaaa; A000: untrimmed
    std::string performance; // the name without its camera: what all cameras see
    int label = -1;          // index into the chosen actions; -1: untrimmed
    int subject = 1;
    int camera = 1;
    int setup = 1;
    int repetition = 1;
};

// The actions that `options.classes` names, in the order of the whole table. Errors: not_found.
Result<std::vector<const Action*>> chosen_actions(const SynthesisOptions& options);

// Classes take turns, then actors, then repetitions: counts per class differ by one performance at most.
SequencePlan plan_sequence(const SynthesisOptions& options, int class_count, std::int64_t index);

} // namespace kinelens::synthesis
