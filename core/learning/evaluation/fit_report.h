// What the fits of an evaluation tell besides their predictions. Free of LibTorch.
#pragma once

#include "core/learning/evaluation/epoch_choice.h"

#include <string>

namespace kinelens::learning {

struct FittedSplit {
    std::string fold;
    std::int64_t repeat = 0;
    std::size_t training = 0, validation = 0, test = 0; // samples
    EpochChoice choice;
};

// {"selection", "last_epoch": {"top1"}, "best_test_epoch": {"top1"}, "fits": [{"fold", "repeat", "selection",
// "chosen_epoch", "chosen": top1, "last_epoch": {"epoch", "top1"}, "best_test_epoch", "validation_top1",
// "training_samples", "validation_samples"}]}; the first two are over all fits' test samples.
std::string fit_report(const std::vector<FittedSplit>& fits, EpochSelection selection);

} // namespace kinelens::learning
