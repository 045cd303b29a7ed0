// Who is learned from and who is tested: the labelled sequences of a dataset under a protocol, ascending by
// name, so that the order in the file changes no number.
#pragma once

#include "core/dataset/dataset_reader.h"
#include "core/metrics/slices.h"
#include "core/preparation/protocol.h"

namespace kinelens {

struct EvaluationFold {
    std::string protocol;                 // of this single split
    std::vector<std::size_t> train, test; // places in EvaluationPlan::names, ascending
};

struct EvaluationPlan {
    std::vector<std::string> class_names;
    std::vector<std::string> names;     // of the labelled sequences that hold frames
    std::vector<std::size_t> sequences; // where they stand in the dataset
    std::vector<std::int32_t> labels;
    SampleFacts facts;
    std::vector<EvaluationFold> folds;
    std::string split_hash; // the split's own, as pretraining says it; of several folds, the hash of theirs
};

// Errors: invalid_argument (protocol), dataset_empty (subject = file: no labels, one class, or a side
// without labelled sequences).
Result<EvaluationPlan> plan_evaluation(const DatasetReader& dataset, const std::string& protocol,
                                       std::uint64_t seed);

// floor(fraction·N) of `chosen`, those whose draws, keyed by seed, repeat and name, are smallest; ascending.
std::vector<std::size_t> labelled_subset(const EvaluationPlan& plan, const std::vector<std::size_t>& chosen,
                                         double fraction, std::uint64_t seed, std::uint64_t repeat);

struct HeldOut {
    std::vector<std::size_t> train, validation; // ascending
};

// A share of each class's samples for validation, rounded, drawn by name; every class keeps at least one for
// training.
HeldOut hold_out(const EvaluationPlan& plan, const std::vector<std::size_t>& chosen, double share,
                 std::uint64_t seed);

} // namespace kinelens
