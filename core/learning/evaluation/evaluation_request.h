// What every evaluation is asked about. Free of LibTorch.
#pragma once

#include "core/experiment/events.h"
#include "core/foundation/files.h"
#include "core/options/clip_choices.h"
#include "core/results/evaluation_results.h"

#include <stop_token>

namespace kinelens::learning {

struct EvaluationRequest {
    std::vector<std::string> checkpoints; // one, or one a fold of the protocol, in order
    std::string features;                 // a features file instead
    std::string data;
    std::string protocol;
};

// What can be seen to be wrong before anything is computed. Errors: argument_missing, invalid_argument,
// file_not_found, those of opening the dataset and of its plan.
Result<void> check_request(const EvaluationRequest& request, std::int64_t seed);

// What checkpoints say of themselves in stamps: checkpoint, checkpoint_hash, encoder, objective, stream and
// preprocess, the last three as the first one's sidecar tells them ("trained" becomes what it was trained
// with). Errors: those of reading.
Result<Stamp> checkpoint_stamp(const std::vector<std::string>& checkpoints, Normalisation preprocess);

// Of what the files hold, one after the other. Errors: those of reading.
Result<std::string> hash_of_files(const std::vector<std::string>& files);

} // namespace kinelens::learning
