// Mean and sample standard deviation (n - 1): how figures of folds, repetitions and seeds are told.
#pragma once

#include <vector>

namespace kinelens {

struct MeanAndSpread {
    double mean = 0;
    double spread = 0; // of fewer than two values: 0
};

// Of no values: 0 and 0.
MeanAndSpread mean_and_spread(const std::vector<double>& values);

} // namespace kinelens
