// Options of turning frame scores into intervals. The defaults are what the published code executes: each
// class by itself, frames above 0.02, nothing else.
#pragma once

#include "core/options/option_table.h"

#include <string>
#include <vector>

namespace kinelens {

struct SegmentationOptions {
    std::string route = "classes";
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
    std::string suppression = "none";
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
