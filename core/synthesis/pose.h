// Pose: how a figure holds itself at one moment. Only doubles, so that poses blend channel by channel.
//
// Angles in degrees, lengths in metres. The root frame stands on the floor below the resting pelvis and
// faces the figure's way: x left, y up, z forward. The chest frame sits at the spine between the shoulders.
#pragma once

#include "core/synthesis/body.h"
#include "core/synthesis/geometry.h"

namespace kinelens::synthesis {

inline constexpr int left = 0;
inline constexpr int right = 1;

// An arm or leg by joint angles, by where its wrist or ankle is (inverse kinematics), or anything between.
// The angles also say where the elbow or knee points when a target is given.
struct Limb {
    double raise = 0; // from hanging: 90 horizontal, 180 overhead
    double plane = 0; // in which direction it is raised: 0 forward, 90 outwards, negative across the body
    double twist = 0; // about its own axis, positive outwards
    double bend = 0;  // elbow or knee, 0 straight

    double chest_weight = 0; // target in the chest frame (arms), in the root frame (both);
    Vec3 chest_target;       // targets are kept multiplied by their weights, so that blending is linear
    double root_weight = 0;
    Vec3 root_target;

    double elbow_weight = 0; // where the elbow points instead of what the angles say, in the chest frame,
    Vec3 elbow;              // x outwards; multiplied by its weight

    double end_pitch = 0; // wrist flexion; foot: toes down
    double end_turn = 0;  // roll of the hand; foot: toes outwards

    void reach_chest(Vec3 wrist, double weight = 1);
    void reach_root(Vec3 end, double weight = 1);
    void point_elbow(Vec3 direction, double weight = 1); // x outwards
    void release();                                      // by angles alone
};

struct Pose {
    Vec3 root;          // of the root frame, in the performance's frame
    double heading = 0; // left turn of the root frame

    Vec3 pelvis; // from its standing place, in the root frame
    double pelvis_pitch = 0, pelvis_tilt = 0, pelvis_turn = 0;
    double spine_bend = 0, spine_tilt = 0, spine_twist = 0; // forward, to the left, turning left
    double neck_nod = 0, neck_tilt = 0, neck_turn = 0;

    Limb arms[2];
    Limb legs[2];
};

// Standing at ease: feet planted, arms hanging.
Pose rest_pose(const Body& body);

// (1 − weight)·a + weight·b, every channel.
Pose blend(const Pose& a, const Pose& b, double weight);

// Left and right exchanged.
Pose mirrored(const Pose& pose);

// Where the ankle stands at rest, in the root frame.
Vec3 rest_ankle(const Body& body, int side);

// +1 on the left, −1 on the right.
constexpr double side_sign(int side) {
    return side == left ? 1.0 : -1.0;
}

} // namespace kinelens::synthesis
