// Several results put together: the weighted mean of their scores, joined by sample name and never by order.
#pragma once

#include "core/results/evaluation_results.h"

namespace kinelens {

struct EnsembleMember {
    std::string name; // for people: the file
    EvaluationResults results;
};

// The members' scores and predictions, in the order of the first. weights: one a member, at least 0, not all
// 0, or empty for equal ones; they are divided by their sum. Errors: invalid_argument: weights, fewer than
// two members, or (subject = member) other samples, truths, classes or splits, or no scores.
Result<EvaluationResults> ensemble_of(const std::vector<EnsembleMember>& members,
                                      std::vector<double> weights);

// In what the members differ besides the stream: differing_stamps() of any to the first, encoder, objective.
std::vector<std::string> differing_members(const std::vector<EnsembleMember>& members);

// The accuracy at every mix of weights in steps of `step` that add up to 1. Precondition: members that
// ensemble_of() took. invalid_argument (map_step) for more than `most_mixes`, and where 1 is not a whole
// number of steps (to 0.002, so that 0.333 may be said).
inline constexpr std::size_t most_mixes = 200000;
Result<WeightMap> weight_map(const std::vector<EnsembleMember>& members, double step);

} // namespace kinelens
