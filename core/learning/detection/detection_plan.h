// Which recordings a detector learns from and which test it, split by split. Free of LibTorch.
#pragma once

#include "core/annotation/label_file.h"
#include "core/preparation/protocol.h"

#include <memory>

namespace kinelens::learning {

struct DetectionFold {
    std::string protocol; // of this single split
    std::vector<std::size_t> train, test;
    std::string split_hash;
};

struct DetectionPlan {
    std::shared_ptr<const DatasetReader> dataset;
    std::vector<DetectionFold> folds;
    std::string split_hash; // the split's own; of several, the hash of theirs
    ReplacedLabels labels;  // where others than the dataset's were asked for
};

// `labels`: a file of annotations in place of the dataset's own; recordings that it does not name are left
// out. Errors: argument_missing (data, protocol), those of the dataset, the protocol and the labels,
// dataset_empty (no labelled interval on one side).
Result<DetectionPlan> plan_detection(const std::string& data, const std::string& protocol, std::uint64_t seed,
                                     const std::string& labels = {});

// The truth of the given sequences; intervals that a program predicted do not count.
std::vector<Interval> truth_of(const DatasetReader& dataset, const std::vector<std::size_t>& sequences);

} // namespace kinelens::learning
