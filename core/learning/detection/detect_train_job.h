// The job of `detect-train`: a detector for every split of a protocol, tested on the recordings that were
// held out. Free of LibTorch.
#pragma once

#include "core/experiment/events.h"
#include "core/experiment/experiment.h"
#include "core/foundation/files.h"
#include "core/options/detection_options.h"
#include "core/results/detection_summary.h"

#include <stop_token>

namespace kinelens::learning {

struct DetectTrainRequest {
    std::vector<std::string> checkpoints; // none: from scratch; one, or one a split of the protocol, in order
    std::string data;
    std::string protocol;
    std::string labels = {}; // a file of annotations in place of the dataset's intervals; empty: those
};

// What can be seen to be wrong before anything is computed. Errors: argument_missing, invalid_argument,
// file_not_found, dataset_empty (no labelled interval on either side), those of opening the dataset. Gives
// what is read: "data" and, where there are any, "checkpoint" and "labels".
Result<ExperimentInputs> check_request(const DetectTrainRequest& request, const DetectTrainOptions& options);

// Writes into `folder`: checkpoints/detector.pt, or fold-0.pt … of several splits; scores/ with score shards
// and predictions.json; results.json, the summary, with the seconds that this process trained. Detectors that
// are there and were made of the same are not trained again, one that was interrupted goes on. Errors: those
// of check_request(); those of load_model(), joint_count_wrong, device_unavailable, training_diverged,
// disk_full; cancelled, with the last checkpoint kept.
Result<DetectionSummary> run_detect_training(const DetectTrainRequest& request,
                                             const DetectTrainOptions& options, const Path& folder,
                                             const EventSink& sink, std::stop_token stop);

} // namespace kinelens::learning
