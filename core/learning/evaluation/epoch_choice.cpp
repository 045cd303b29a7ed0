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

std::string EpochChoice::counted(const std::string& selection) const {
    return selection == "validation" && !best_on_validation_.validation_accuracy ? "last" : selection;
}

const MeasuredEpoch& EpochChoice::chosen(const std::string& selection) const {
    const std::string by = counted(selection);
    if (by == "validation") return best_on_validation_;
    return by == "test" ? best_on_test_ : last_;
}

} // namespace kinelens::learning
