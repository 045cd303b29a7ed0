// Names of joints as files of motion capture have them.
#pragma once

#include "core/skeleton/skeleton_layout.h"

#include <algorithm>

namespace kinelens {

// Without blanks: many programs end a name there.
inline std::vector<std::string> marker_names(const SkeletonLayout& layout) {
    std::vector<std::string> names = layout.joint_names;
    for (std::string& name : names)
        std::ranges::replace_if(
            name,
            [](char letter) { return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r'; },
            '_');
    return names;
}

} // namespace kinelens
