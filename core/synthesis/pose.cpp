#include "core/synthesis/pose.h"

#include <array>
#include <bit>
#include <utility>

namespace kinelens::synthesis {
namespace {

using Channels = std::array<double, sizeof(Pose) / sizeof(double)>;

Limb mirrored(Limb limb) {
    limb.chest_target.x = -limb.chest_target.x;
    limb.root_target.x = -limb.root_target.x;
    return limb;
}

} // namespace

void Limb::reach_chest(Vec3 wrist, double weight) {
    release();
    chest_weight = weight;
    chest_target = weight * wrist;
}

void Limb::reach_root(Vec3 end, double weight) {
    release();
    root_weight = weight;
    root_target = weight * end;
}

void Limb::point_elbow(Vec3 direction, double weight) {
    elbow_weight = weight;
    elbow = weight * unit(direction);
}

void Limb::release() {
    chest_weight = root_weight = elbow_weight = 0;
    chest_target = root_target = elbow = {};
}

Vec3 rest_ankle(const Body& body, int side) {
    return {side_sign(side) * body.stance, body.ankle, 0};
}

Pose rest_pose(const Body& body) {
    Pose pose;
    pose.spine_bend = body.lean;
    pose.neck_nod = -body.lean;
    for (int side : {left, right}) {
        pose.arms[side].raise = body.arm_spread;
        pose.arms[side].plane = 60;
        pose.arms[side].bend = body.arm_bend;
        pose.legs[side].reach_root(rest_ankle(body, side));
        pose.legs[side].end_turn = body.toes_out;
        pose.legs[side].twist = body.toes_out;
    }
    return pose;
}

Pose blend(const Pose& a, const Pose& b, double weight) {
    auto mixed = std::bit_cast<Channels>(a);
    const auto other = std::bit_cast<Channels>(b);
    for (std::size_t i = 0; i < mixed.size(); ++i) mixed[i] += weight * (other[i] - mixed[i]);
    return std::bit_cast<Pose>(mixed);
}

Pose mirrored(const Pose& pose) {
    Pose result = pose;
    for (double* value :
         {&result.root.x, &result.heading, &result.pelvis.x, &result.pelvis_tilt, &result.pelvis_turn,
          &result.spine_tilt, &result.spine_twist, &result.neck_tilt, &result.neck_turn})
        *value = -*value;
    for (int side : {left, right}) {
        result.arms[side] = mirrored(pose.arms[1 - side]);
        result.legs[side] = mirrored(pose.legs[1 - side]);
    }
    return result;
}

} // namespace kinelens::synthesis
