// Which joints are each other's mirror image, told by their names.
#pragma once

#include "core/skeleton/skeleton_layout.h"

namespace kinelens {

// Fills left_right_pairs and, where there are any, the shoulders: "LeftArm" and "RightArm", "l_knee" and
// "r_knee", "LeftFoot_end", "lfemur" and "rfemur", "Left shoulder". A name without a partner stays in the
// middle.
void find_sides(SkeletonLayout& layout);

} // namespace kinelens
