#include "core/synthesis/kinematics.h"

namespace kinelens::synthesis {
namespace {

struct Frame {
    Rotation rotation;
    Vec3 origin;
    Vec3 operator*(Vec3 v) const { return origin + rotation * v; }
};

struct Bend { // of an elbow or a knee
    Vec3 middle;
    Vec3 end;
    Vec3 hinge; // axis, towards the left when the limb hangs
};

// Two bones from `start` towards `target`; the middle joint points to `pole`.
Bend two_bones(Vec3 start, Vec3 target, double first, double second, Vec3 pole) {
    const double shortest = std::abs(first - second) + 0.02;
    const double distance = std::clamp(length(target - start), shortest, 0.9995 * (first + second));
    const Vec3 along = unit(target - start);
    const Vec3 across = unit(pole - dot(pole, along) * along);
    const double foot = (first * first - second * second + distance * distance) / (2 * distance);
    const double height = std::sqrt(std::max(0.0, first * first - foot * foot));
    return {start + foot * along + height * across, start + distance * along, unit(cross(along, across))};
}

Rotation swing(const Limb& limb, double sign) {
    return turn(sign * limb.plane) * pitch(-limb.raise) * turn(sign * (limb.twist - limb.plane));
}

// Where the end would be by angles alone, relative to the limb's start.
Vec3 end_by_angles(const Limb& limb, const Rotation& upper, double first, double second, double flexion) {
    const Vec3 lower{0, -cosine(limb.bend), flexion * sine(limb.bend)};
    return upper * (first * Vec3{0, -1, 0} + second * lower);
}

void place_arm(Figure& figure, const Body& body, const Limb& arm, int side, const Frame& root,
               const Frame& chest) {
    const int first = side == left ? 4 : 8;
    const int tip = side == left ? 21 : 23;
    const double sign = side_sign(side);
    const Vec3 shoulder = chest * Vec3{sign * body.shoulder, -body.shoulder_drop, 0};
    const Rotation upper = chest.rotation * swing(arm, sign);
    const Vec3 free = shoulder + end_by_angles(arm, upper, body.upper_arm, body.forearm, 1);
    const Vec3 target = (1 - arm.chest_weight - arm.root_weight) * free + arm.chest_weight * chest.origin +
                        chest.rotation * arm.chest_target + arm.root_weight * root.origin +
                        root.rotation * arm.root_target;
    const Vec3 elbow = chest.rotation * Vec3{sign * arm.elbow.x, arm.elbow.y, arm.elbow.z};
    const Vec3 pole = elbow - (1 - arm.elbow_weight) * upper.z;
    const Bend bend = two_bones(shoulder, target, body.upper_arm, body.forearm, pole);

    const Vec3 along = unit(bend.end - bend.middle);
    const Vec3 inner = cross(along, bend.hinge); // where the forearm would go on bending to
    const Vec3 pointing = cosine(arm.end_pitch) * along + sine(arm.end_pitch) * inner;
    const Vec3 facing = cosine(arm.end_pitch) * inner - sine(arm.end_pitch) * along;
    const Vec3 thumb = cosine(arm.end_turn) * facing + sign * sine(arm.end_turn) * bend.hinge;
    figure[first] = shoulder;
    figure[first + 1] = bend.middle;
    figure[first + 2] = bend.end;
    figure[first + 3] = bend.end + body.hand * pointing;
    figure[tip] = figure[first + 3] + body.tip * pointing;
    figure[tip + 1] = figure[first + 3] + body.thumb * unit(pointing + thumb);
}

// Lowest ankle at which the toes still clear the floor with this pitch of the foot.
double ankle_floor(const Body& body, double toes_down) {
    const double drop = std::asin(std::min(1.0, 0.7 * body.ankle / body.foot)) * 180 / pi;
    return std::max(body.ankle, 0.3 * body.ankle + body.foot * sine(toes_down + drop));
}

struct Leg {
    Vec3 hip;
    Vec3 ankle; // target
    Vec3 knee_pole;
};

Leg leg_target(const Body& body, const Limb& limb, int side, const Frame& root, const Frame& pelvis) {
    const double sign = side_sign(side);
    const Vec3 hip = pelvis * Vec3{sign * body.hip, -body.hip_drop, 0};
    const Rotation upper = pelvis.rotation * swing(limb, sign);
    const Vec3 free = hip + end_by_angles(limb, upper, body.thigh, body.shank, -1);
    Vec3 ankle =
        (1 - limb.root_weight) * free + limb.root_weight * root.origin + root.rotation * limb.root_target;
    ankle.y = std::max(ankle.y, ankle_floor(body, limb.end_pitch));
    return {hip, ankle, upper.z};
}

void place_leg(Figure& figure, const Body& body, const Limb& limb, int side, const Frame& root,
               const Frame& pelvis) {
    const int first = side == left ? 12 : 16;
    const Leg leg = leg_target(body, limb, side, root, pelvis);
    const Bend bend = two_bones(leg.hip, leg.ankle, body.thigh, body.shank, leg.knee_pole);
    const double drop = std::asin(std::min(1.0, 0.7 * body.ankle / body.foot)) * 180 / pi;
    // A planted foot lies on the floor; a free one is carried by the shank.
    const Vec3 shank = unit(bend.end - bend.middle);
    const Rotation heading = root.rotation * turn(side_sign(side) * limb.end_turn);
    const Vec3 planted = heading * pitch(limb.end_pitch + drop) * Vec3{0, 0, 1};
    const Vec3 forward = unit(cross(shank, bend.hinge));
    const Vec3 carried =
        cosine(limb.end_pitch + drop) * (-1.0 * forward) + sine(limb.end_pitch + drop) * shank;
    figure[first] = leg.hip;
    figure[first + 1] = bend.middle;
    figure[first + 2] = bend.end;
    figure[first + 3] =
        bend.end + body.foot * unit(limb.root_weight * planted + (1 - limb.root_weight) * carried);
}

// How far the pelvis must sink so that both planted feet are reached.
double sinking(const Body& body, const Pose& pose, const Frame& root, const Frame& pelvis) {
    double most = 0;
    for (int side : {left, right}) {
        const Limb& limb = pose.legs[side];
        const Leg leg = leg_target(body, limb, side, root, pelvis);
        const double reach = 0.998 * body.leg();
        const Vec3 gap = leg.hip - leg.ankle;
        const double across = gap.x * gap.x + gap.z * gap.z;
        const double highest = std::sqrt(std::max(0.0, reach * reach - across));
        most = std::max(most, limb.root_weight * (gap.y - highest));
    }
    return most;
}

void raise_above_floor(Figure& figure, const Body& body) {
    double lowest = 0;
    for (int joint : {14, 15, 18, 19}) lowest = std::min(lowest, figure[joint].y - 0.25 * body.ankle);
    for (Vec3& joint : figure) joint.y -= lowest;
}

} // namespace

Figure figure_of(const Body& body, const Pose& pose) {
    const Frame root{turn(pose.heading), pose.root};
    Frame pelvis{root.rotation * turn(pose.pelvis_turn) * pitch(pose.pelvis_pitch) * tilt(pose.pelvis_tilt),
                 root * (pose.pelvis + Vec3{0, body.root_height(), 0})};
    pelvis.origin.y -= sinking(body, pose, root, pelvis);

    const Rotation half = turn(pose.spine_twist / 2) * pitch(pose.spine_bend / 2) * tilt(pose.spine_tilt / 2);
    const Frame middle{pelvis.rotation * half, pelvis * Vec3{0, body.spine, 0}};
    const Frame chest{middle.rotation * half, middle * Vec3{0, body.spine, 0}};
    const Rotation nod = turn(pose.neck_turn) * pitch(pose.neck_nod) * tilt(pose.neck_tilt);
    const Vec3 neck = chest * Vec3{0, body.neck, 0};

    Figure figure{};
    figure[0] = pelvis.origin;
    figure[1] = middle.origin;
    figure[20] = chest.origin;
    figure[2] = neck;
    figure[3] = neck + chest.rotation * nod * Vec3{0, body.head, 0.15 * body.head};
    for (int side : {left, right}) {
        place_arm(figure, body, pose.arms[side], side, root, chest);
        place_leg(figure, body, pose.legs[side], side, root, pelvis);
    }
    raise_above_floor(figure, body);
    return figure;
}

} // namespace kinelens::synthesis
