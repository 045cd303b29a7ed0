// SkeletonLayout: what the V joints of a recording are and how they hang together.
#pragma once

#include "core/foundation/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kinelens {

enum class BodySide { left, middle, right };

// Joint indices count from 0. Built-in layouts: resources/skeletons ("ntu25", "coco17", …).
struct SkeletonLayout {
    std::string name;
    std::vector<std::string> joint_names; // V
    std::vector<int> parents;             // V; the root's is -1. Bone v = joint v - joint parents[v]
    int centre_joint = 0;                 // subtracted to centre a frame (NTU: spine)
    int left_shoulder = -1;               // rotated onto the x axis by pre-normalisation, with
    int right_shoulder = -1;              //   (right - left) pointing to +x; -1 where absent
    int hip_joint = -1;                   // lower and upper end of the spine: rotated onto +z by
    int spine_joint = -1;                 //   the optional z-axis step (NTU: 0 -> 1)
    std::vector<std::pair<int, int>> left_right_pairs; // (left, right)
    std::string up = "y";                              // display hint: "y", "-y" or "z"
    bool operator==(const SkeletonLayout&) const = default;

    int joint_count() const { return static_cast<int>(joint_names.size()); }
    int root() const;               // the joint whose parent is -1
    BodySide side(int joint) const; // from the pairs; unpaired joints are middle
};

// Checks sizes, index ranges, one root and no cycle. Error: format_invalid, subject = layout name.
Result<void> validate(const SkeletonLayout& layout);

// {"name", "joints": [...], "parents": [...], "centre_joint", "shoulders": [left, right],
//  "spine": [lower, upper], "pairs": [[left, right], ...], "up"}; joints by name or by index.
Result<SkeletonLayout> layout_from_json(std::string_view json, const std::string& source);
std::string layout_to_json(const SkeletonLayout& layout);

// A built-in layout by name; not_found otherwise.
Result<SkeletonLayout> built_in_layout(std::string_view name);
std::vector<std::string> built_in_layout_names();

// A built-in layout, or one from a JSON file. Errors: not_found, format_invalid.
Result<SkeletonLayout> named_layout(const std::string& name_or_file);

// A chain of V joints for recordings whose layout nobody described: joints "joint 1".."joint V", all
// hanging from joint 0, no sides.
SkeletonLayout anonymous_layout(int joints);

} // namespace kinelens
