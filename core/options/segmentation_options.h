// Options of turning frame scores into intervals. The defaults are what the published code executes: each
// class by itself, frames above 0.02, nothing else.
#pragma once

#include "core/foundation/named_values.h"
#include "core/foundation/result.h"
#include "core/options/option_fields.h"

#include <string>
#include <vector>

namespace kinelens {

// Each class by itself, the best class where it is not background, or runs of the best class with holes.
enum class IntervalRoute { classes, gate, windows };
constexpr auto named_values(IntervalRoute) {
    using enum IntervalRoute;
    return std::array{Named{classes, "classes"}, Named{gate, "gate"}, Named{windows, "windows"}};
}

// Which overlapping intervals are rivals: none, those of one class, all.
enum class Suppression { none, of_class, agnostic };
constexpr auto named_values(Suppression) {
    using enum Suppression;
    return std::array{Named{none, "none"}, Named{of_class, "class"}, Named{agnostic, "agnostic"}};
}

struct SegmentationOptions {
    IntervalRoute route = IntervalRoute::classes;
    int smoothing = 0;
    double enter_threshold = 0.02;
    double stay_threshold = 1;
    double gate_threshold = 0.4;
    int window = 15;
    int window_step = 2;
    double window_share = 0.1;
    int merge_gap = 0;
    int minimum_length = 1;
    std::string class_lengths;
    Suppression suppression = Suppression::none;
    double suppression_overlap = 0.1;
};

template <>
const OptionFields<SegmentationOptions>& option_fields<SegmentationOptions>();

// "3:12,7:20": classes counted from 1 and their minimum lengths -> lengths by class index, 0 where none is
// given. Error: invalid_argument, subject = class_lengths.
Result<std::vector<int>> parse_class_lengths(const std::string& text);
std::string class_lengths_text(const std::vector<int>& lengths);

// Rules that one field alone cannot check. Error: invalid_argument, subject = key.
Result<void> validate(const SegmentationOptions& options);

} // namespace kinelens
