// Joints that were not measured, before a recording becomes a clip: no model may take a gap for a joint at
// the origin. What the file holds is not changed.
#pragma once

#include "core/dataset/dataset.h"

namespace kinelens {

// Whether a joint of a tracked body has no position somewhere.
bool has_missing_joints(const Motion& motion);

// Every joint of every tracked body with a position. In a gap: on the straight line in time between its last
// and its next measured position, before the first and after the last at that one. A joint that is never
// measured follows the nearest joint along the skeleton that is, at no distance from it.
Motion fill_missing_joints(const Motion& motion, const SkeletonLayout& layout);

// 2-D positions in pixels -> in halves of the picture's height about its middle, y upwards, z = 0:
//   x' = (x − w/2)/(h/2),  y' = (h/2 − y)/(h/2). Unknown sizes: the picture that the positions span.
Motion in_picture_units(const Motion& motion);

} // namespace kinelens
