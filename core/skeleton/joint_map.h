// Which joint of one skeleton stands for which of another, so that an encoder reads recordings of a sensor it
// was not trained on.
#pragma once

#include "core/skeleton/skeleton_layout.h"

namespace kinelens {

// For every joint of `wanted` the index of the joint of `given` with its name or with another name of the
// same place ("spine", "middle of spine"); where there is none (thumbs), that of the nearest joint towards
// the root, or else of the centre. Layouts of equal size without common names are taken joint by joint.
// Error: joint_count_wrong (subject = given) if fewer than half of the joints have a counterpart.
Result<std::vector<int>> joint_map(const SkeletonLayout& given, const SkeletonLayout& wanted);

// True where joint_map() would change nothing.
bool is_identity(const std::vector<int>& map, int given_joints);

} // namespace kinelens
