// What the fits of an evaluation tell besides their predictions. Free of LibTorch.
#pragma once

#include "core/learning/evaluation/epoch_choice.h"
#include "core/results/evaluation_report.h"

#include <string>

namespace kinelens::learning {

struct FittedSplit {
    std::string fold;
    std::int64_t repeat = 0;
    std::size_t training = 0, validation = 0, test = 0; // samples
    EpochChoice choice;
};

// The part of a report that tells of epochs and fits.
EvaluationReport fit_report(const std::vector<FittedSplit>& fits, EpochSelection selection);

} // namespace kinelens::learning
