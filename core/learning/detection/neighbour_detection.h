// The baseline without a model: the windows around the frames of the training recordings that are nearest
// to the window around a frame vote for its class. Free of LibTorch.
#pragma once

#include "core/experiment/events.h"
#include "core/foundation/files.h"
#include "core/options/detection_options.h"
#include "core/options/evaluation_options.h"
#include "core/results/detection_summary.h"

#include <stop_token>

namespace kinelens::learning {

// Windows of detect.window_frames, as raw_features() (root-centred, turned to face one way, 32 frames);
// retrieve.neighbours of every second training frame by retrieve.distance; scores are shares of votes, which
// become intervals as `detect` says, class lengths included. Writes scores and predictions into `folder`.
// Errors: those of plan_detection() and of writing; cancelled.
Result<TestedFolds> run_neighbour_detection(const std::string& data, const std::string& protocol,
                                            const DetectTrainOptions& detect, const RetrieveOptions& retrieve,
                                            const Path& folder, const EventSink& sink, std::stop_token stop);

} // namespace kinelens::learning
