// fit(): cross-entropy by gradient descent on the labelled samples of a plan, measured every few epochs.
#pragma once

#include "core/learning/evaluation/classifier.h"
#include "core/learning/evaluation/epoch_choice.h"
#include "core/options/evaluation_options.h"
#include "core/preparation/evaluation_plan.h"

#include <functional>
#include <stop_token>

namespace kinelens::learning {

struct FitSides {
    std::vector<std::size_t> train, validation,
        test; // places in the plan, ascending; validation may be empty
};

struct FitHooks {
    std::function<void(std::int64_t epoch)> epoch_done;
    std::stop_token stop;
};

// The order of the samples is drawn by seed, repetition, epoch and name. Errors: training_diverged, cancelled
// and what the classifier's data gives.
Result<EpochChoice> fit(Classifier& classifier, const EvaluationPlan& plan, const FitSides& sides,
                        const FitOptions& options, std::uint64_t repeat, const FitHooks& hooks);

// One optimiser step's loss: the mean cross-entropy of `logits` (N, classes).
torch::Tensor cross_entropy(const torch::Tensor& logits, const std::vector<std::int64_t>& labels);

} // namespace kinelens::learning
