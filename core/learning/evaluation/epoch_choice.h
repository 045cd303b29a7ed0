// Which epoch of a classifier's training counts. Free of LibTorch.
#pragma once

#include "core/options/evaluation_options.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace kinelens::learning {

struct MeasuredEpoch {
    std::int64_t epoch = 0; // epochs done
    double test_accuracy = 0;
    std::optional<double> validation_accuracy;
    std::vector<float> scores; // (test samples, classes)
};

class EpochChoice {
public:
    // By rising epoch. Of equal validation accuracies the later one is kept, of equal test accuracies the
    // earlier.
    void offer(MeasuredEpoch measured);

    // What was held out may be nothing: then the last epoch counts.
    EpochSelection counted(EpochSelection selection) const;
    const MeasuredEpoch& chosen(EpochSelection selection) const;
    const MeasuredEpoch& last() const { return last_; }
    const MeasuredEpoch& best_on_test() const { return best_on_test_; }

private:
    MeasuredEpoch last_, best_on_test_, best_on_validation_;
};

} // namespace kinelens::learning
