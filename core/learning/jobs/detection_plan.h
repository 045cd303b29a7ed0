// Which recordings a detector learns from and which test it, split by split. Free of LibTorch.
#pragma once

#include "core/dataset/dataset_reader.h"
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
};

// Errors: argument_missing (data, protocol), those of the dataset and the protocol, dataset_empty (no
// labelled interval on one side).
Result<DetectionPlan> plan_detection(const std::string& data, const std::string& protocol,
                                     std::uint64_t seed);

// The truth of the given sequences; intervals that a program predicted do not count.
std::vector<Interval> truth_of(const DatasetReader& dataset, const std::vector<std::size_t>& sequences);

} // namespace kinelens::learning
