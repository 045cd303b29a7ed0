// Joints by the names that files give them.
#pragma once

#include "core/skeleton/skeleton_layout.h"

#include <map>

namespace kinelens {

// One key for "WRIST_LEFT", "left wrist", "LeftWrist" and "l_wrist".
std::string joint_key(std::string_view name);

class JointNames {
public:
    explicit JointNames(const SkeletonLayout& layout);
    int index(std::string_view name) const; // -1: no joint is called so

private:
    std::map<std::string, int> places_;
};

// Joints of which only the names are known: all hang from the first, sides are told by the names.
SkeletonLayout layout_of_names(std::vector<std::string> names, std::string name);

} // namespace kinelens
