// What the name of a column says: "LeftKnee_x", "knee left X", "joint1_posx", "timestamp_ms".
#pragma once

#include "core/foundation/named_values.h"

#include <array>
#include <string>
#include <vector>

namespace kinelens {

enum class ColumnRole {
    x,
    y,
    z,
    confidence,
    position,
    frame,
    time,
    label,
    sequence,
    body,
    joint_name,
    other
};
constexpr auto named_values(ColumnRole) {
    using enum ColumnRole;
    return std::array{Named{x, "x"},
                      Named{y, "y"},
                      Named{z, "z"},
                      Named{confidence, "confidence"},
                      Named{position, "position"},
                      Named{frame, "frame"},
                      Named{time, "time"},
                      Named{label, "label"},
                      Named{sequence, "sequence"},
                      Named{body, "body"},
                      Named{joint_name, "joint"},
                      Named{other, "other"}};
}

struct ColumnMeaning {
    ColumnRole role = ColumnRole::other;
    std::string joint;      // of coordinates and confidence: as joint_key() says it
    std::string joint_name; // the same for people: "left knee"
    double unit = 0;        // metres or seconds of one, where the name tells: "x (mm)"; 0: it does not
};

// Small words: "LKneeX" -> "l", "knee", "x".
std::vector<std::string> words_of_name(const std::string& name);

// The same for all ways to write a joint: "left knee", "knee_left", "LKnee" -> "knee left".
std::string joint_key(const std::string& name);

// Of every column of a table.
std::vector<ColumnMeaning> column_meanings(const std::vector<std::string>& names);

} // namespace kinelens
