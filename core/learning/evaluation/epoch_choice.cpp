#include "core/learning/evaluation/epoch_choice.h"

namespace kinelens::learning {

void EpochChoice::offer(MeasuredEpoch measured) {
    const bool first = last_.epoch == 0;
    if (measured.validation_accuracy &&
        (!best_on_validation_.validation_accuracy ||
         *measured.validation_accuracy >= *best_on_validation_.validation_accuracy))
        best_on_validation_ = measured;
    if (first || measured.test_accuracy > best_on_test_.test_accuracy) best_on_test_ = measured;
    last_ = std::move(measured);
}

EpochSelection EpochChoice::counted(EpochSelection selection) const {
    const bool held_out = best_on_validation_.validation_accuracy.has_value();
    return selection == EpochSelection::validation && !held_out ? EpochSelection::last : selection;
}

const MeasuredEpoch& EpochChoice::chosen(EpochSelection selection) const {
    const EpochSelection by = counted(selection);
    if (by == EpochSelection::validation) return best_on_validation_;
    return by == EpochSelection::test ? best_on_test_ : last_;
}

} // namespace kinelens::learning
