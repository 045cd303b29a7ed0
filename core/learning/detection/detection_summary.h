// What a test of detectors split by split comes to. Free of LibTorch.
#pragma once

#include "core/results/detection_scoring.h"

namespace kinelens::learning {

struct TestedFolds {
    DetectionScore pooled;                                     // all splits' test recordings together
    std::vector<std::pair<std::string, DetectionScore>> folds; // by the split's protocol
};

// score_to_json() of all together with "folds": one a split, "mean" and "spread" (sample standard deviation)
// over them of mAP_a and frame accuracy, and "stamp".
std::string folds_to_json(const TestedFolds& tested, const std::map<std::string, std::string>& stamp);

} // namespace kinelens::learning
