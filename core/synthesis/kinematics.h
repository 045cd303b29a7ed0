// Forward kinematics: a body in a pose -> the 25 joints of the "ntu25" layout.
#pragma once

#include "core/synthesis/pose.h"

#include <array>

namespace kinelens::synthesis {

inline constexpr int figure_joint_count = 25;
using Figure = std::array<Vec3, figure_joint_count>; // metres, in the frame that Pose::root is given in

// Bones keep the body's lengths exactly: targets out of reach are approached as far as the limb goes, the
// pelvis sinks where planted feet would not be reached, and no foot goes below the floor (y = 0).
Figure figure_of(const Body& body, const Pose& pose);

} // namespace kinelens::synthesis
