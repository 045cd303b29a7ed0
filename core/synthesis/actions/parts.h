// Phrases that key poses are made of.
#pragma once

#include "core/synthesis/pose.h"

namespace kinelens::synthesis {

// An arm or leg by joint angles.
inline void set_angles(Limb& limb, double raise, double plane, double bend, double twist = 0) {
    limb.release();
    limb.raise = raise;
    limb.plane = plane;
    limb.bend = bend;
    limb.twist = twist;
}

// A foot in front of (or behind) its resting place, lifted while it is on the way.
inline void shift_foot(Pose& pose, const Body& body, int side, double forward, double lift = 0) {
    pose.legs[side].reach_root(rest_ankle(body, side) + Vec3{0, lift, forward});
}

} // namespace kinelens::synthesis
