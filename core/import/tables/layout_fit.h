// Which built-in layout the joints of a table are.
#pragma once

#include "core/skeleton/skeleton_layout.h"

#include <optional>

namespace kinelens {

struct LayoutFit {
    SkeletonLayout layout;
    std::vector<int> joints; // for each joint of the layout: its place among those of the table
    bool by_names = true;    // else by their number alone
    std::string others{};    // built-in layouts of as many joints, which it may be as well
};

// keys: what joint_key() says of each joint of the table. Layouts fit by names where all their joints are
// there and no other; names that say nothing but a number ("j0", "keypoint_12") or nothing at all fit by how
// many they are. Nothing: none fits.
std::optional<LayoutFit> fitting_layout(const std::vector<std::string>& keys);

// "j0", "keypoint 12": the number; -1 for other names.
int number_of_joint(const std::string& key);

} // namespace kinelens
