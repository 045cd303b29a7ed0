// The figures of an evaluation as the one JSON object that every evaluation verb prints.
#pragma once

#include "core/results/evaluation_results.h"

#include <string>

namespace kinelens {

// {"samples", "top1", "top5", "mean_class", "interval95": [low, high], "per_class": [{"class", "count",
//  "top1"}], "confusion": rows of the truth, "protocol", "folds": [{"fold", "samples", "top1", "top5",
//  "mean_class"}], "mean", "spread", "slices": [{"by", "value", "count", "top1"}], "stamp", and what is in
//  the report}. Accuracies are shares of one. The pooled figures are over all test samples; mean and spread
// (standard deviation, n − 1; null for one) are over folds, or over folds and repetitions.
// Where samples were labelled for it also "subset": [{"fold", "repeat", "count", "names"}] of every fit; of
// more than 20 "first" and the "seed" that draws them take the place of "names". Of several repetitions also
// "repeats": {"count", "top1": {"mean", "spread"}, "mean_class", "each": top1 of every one, "of_the_first":
// keys}: "top1", "mean_class" and "interval95" are then those of the mean over the repetitions, and only what
// "of_the_first" lists is of the first.
std::string evaluation_summary(const EvaluationResults& results);

// {"first", "second": top1, "difference", "of_the_first_repeat", "mcnemar": {"both_right", "only_first",
// "only_second", "both_wrong", "exact", "statistic", "p"}, "compared": compared_in(), "differing":
// differing_stamps()}. invalid_argument.
Result<std::string> comparison_summary(const EvaluationResults& first, const EvaluationResults& second);

} // namespace kinelens
