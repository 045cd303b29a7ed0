// The test of detectors on the recordings that each split holds out. Free of LibTorch.
#pragma once

#include "core/learning/detection/detection_output.h"
#include "core/learning/detection/detection_plan.h"
#include "core/results/detection_summary.h"

namespace kinelens::learning {

struct FoldDetector {
    ScoreRecording score;
    SegmentationOptions options;
};

// The overlaps that every test reports.
inline const std::vector<double> reported_overlaps{0.1, 0.3, 0.5};

// Writes shards and predictions.json into `folder`; what stands there is of a test that was interrupted and
// goes. Errors: those of `detector_of`, of its scores and of writing.
Result<TestedFolds> test_folds(const DetectionPlan& plan, const Path& folder, const Stamp& stamp,
                               const std::function<Result<FoldDetector>(std::size_t fold)>& detector_of,
                               const EventSink& sink, const std::stop_token& stop);

} // namespace kinelens::learning
