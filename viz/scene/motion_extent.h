// Where a recording takes place: what the camera must hold, where the floor is, whereto the people look.
#pragma once

#include "viz/scene/body_figure.h"

namespace kinelens::viz {

struct MotionExtent {
    Point centre{0, 1, 0};
    float radius = 1;      // of a ball around the centre that holds nearly every joint of every frame
    float floor = 0;       // height
    Point facing{0, 0, 1}; // level, unit length: whereto the first body looks at its first frame
};

// Tracking errors do not count: the lowest and highest half per cent of each coordinate is left out.
MotionExtent motion_extent(const Motion& motion, const SkeletonLayout& layout, const std::string& up);

} // namespace kinelens::viz
