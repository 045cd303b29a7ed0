// Walking, turning, staggering: actions made of footsteps.
#include "core/synthesis/action.h"
#include "core/synthesis/steps.h"

namespace kinelens::synthesis {
namespace {

// Arms swing against the legs; phase counts steps, the left leg being forward at even numbers.
void swing_arms(Pose& pose, double phase, double size) {
    for (int side : {left, right}) {
        const double swing = -side_sign(side) * std::cos(pi * phase) * size;
        Limb& arm = pose.arms[side];
        const double carry = arm.raise;
        arm.plane = 60 - 60 * std::min(1.0, size / 10);
        arm.raise = carry * 0.5 + swing;
        arm.bend += 10 + 0.4 * swing;
    }
    pose.spine_twist += std::cos(pi * phase) * size * 0.25;
}

// Step lengths that the pelvis has gone after `beats`, so that it is midway between the feet whenever one
// lands (at k + 1.3): speeding up over the first two steps, slowing down over the last.
double travelled(double beats, int count) {
    const double braking = beats - (count - 0.7);
    if (beats < 0.3) return 0;
    if (beats < 2.3) return (beats - 0.3) * (beats - 0.3) / 4;
    if (braking < 0) return beats - 1.3;
    const double s = std::min(1.0, braking);
    return count - 2 + s - s * s / 2;
}

FootPlan walking_steps(const Body& body, int count, double length, double beat) {
    std::vector<Step> steps;
    for (int k = 0; k < count; ++k) {
        const int side = k % 2 == 0 ? left : right;
        Vec3 place = rest_ankle(body, side);
        place.z = length * (std::min(k + 1, count - 1) - 0.5);
        if (k < count - 2) place.x *= 0.65;
        steps.push_back({side, (k + 0.3) * beat, (k + 1.3) * beat, place, 0, 0.1});
    }
    return FootPlan(body, steps);
}

Choreography walk_forward(const Performance& p) {
    const Body body = p.body;
    const int count = 2 * p.cycles;
    const double beat = 1.0 / (count + 0.4);
    const double stride = 0.33 * body.stature * p.vigour;
    const FootPlan plan = walking_steps(body, count, stride, beat);
    const double swing = 24 * p.vigour;
    return [=](double u) {
        Pose pose = rest_pose(body);
        pose.root.z = stride * travelled(u / beat, count);
        const double phase = u / beat - 1.3;
        const double going = plateau(u, 0, 1.2 * beat, 1 - 1.2 * beat, 1);
        pose.pelvis.x = going * -0.025 * std::cos(pi * (phase + 0.5));
        pose.pelvis.y = going * -0.02;
        pose.pelvis_turn = going * -6 * std::cos(pi * phase);
        pose.spine_bend += 3 * going;
        swing_arms(pose, phase, swing * going);
        plan.apply(pose, u);
        return pose;
    };
}

Choreography walk_in_place(const Performance& p) {
    const Body body = p.body;
    const int count = 2 * p.cycles;
    const double beat = 1.0 / count;
    std::vector<Step> steps;
    for (int k = 0; k < count; ++k) {
        const int side = k % 2 == 0 ? left : right;
        const Vec3 place = rest_ankle(body, side);
        steps.push_back({side, k * beat, (k + 1) * beat, place, 0, 0.30 * p.vigour});
    }
    const FootPlan plan(body, steps);
    return [=](double u) {
        Pose pose = rest_pose(body);
        const double phase = u / beat - 0.5;
        const double going = plateau(u, 0, beat, 1 - beat, 1);
        pose.pelvis.x = -going * 0.035 * std::cos(pi * phase);
        swing_arms(pose, phase, 24 * p.vigour * going);
        plan.apply(pose, u);
        return pose;
    };
}

Choreography turn_around(const Performance& p) {
    const Body body = p.body;
    const int count = 6;
    const double beat = 1.0 / count;
    std::vector<Step> steps;
    for (int k = 0; k < count; ++k) {
        const int side = k % 2 == 0 ? left : right;
        const int pair = k / 2;
        const double heading = 60.0 * (pair + 1);
        steps.push_back(
            {side, k * beat, (k + 1) * beat, stance_place(body, side, 0, 0, heading), heading, 0.06});
    }
    const FootPlan plan(body, steps);
    return [=](double u) {
        Pose pose = rest_pose(body);
        pose.heading = 180 * ease(u);
        pose.neck_turn = 35 * plateau(u, 0, 0.15, 0.6, 0.95);
        pose.spine_twist = 15 * plateau(u, 0, 0.2, 0.6, 0.95);
        pose.pelvis.x = 0.03 * std::sin(pi * (u / beat)) * plateau(u, 0, 0.15, 0.85, 1);
        swing_arms(pose, u / beat, 10 * plateau(u, 0, 0.2, 0.8, 1));
        plan.apply(pose, u);
        return pose;
    };
}

// Losing balance: steps that come too late, the trunk sways ahead of the feet, arms catch.
Choreography stagger(const Performance& p) {
    const Body body = p.body;
    const double wide = 0.20 * p.vigour;
    const Vec3 l = rest_ankle(body, left), r = rest_ankle(body, right);
    const FootPlan plan(body, {{right, 0.10, 0.24, r + Vec3{-wide, 0, 0.06}, -12, 0.07},
                               {left, 0.24, 0.36, l + Vec3{-0.6 * wide, 0, -0.08}, 10, 0.05},
                               {left, 0.40, 0.55, l + Vec3{wide, 0, 0.12}, 18, 0.08},
                               {right, 0.55, 0.67, r + Vec3{0.7 * wide, 0, -0.06}, -5, 0.06},
                               {right, 0.70, 0.83, r, 0, 0.07},
                               {left, 0.83, 0.97, l, 0, 0.06}});
    return [=](double u) {
        Pose pose = rest_pose(body);
        const double drunk = plateau(u, 0, 0.2, 0.75, 1);
        const double roll = -std::sin(2 * pi * (1.55 * u + 0.02)) * drunk * p.vigour;
        pose.root = plan.centre(u);
        pose.pelvis = {0.07 * roll, -0.04 * drunk, 0.03 * std::sin(2 * pi * 2.1 * u) * drunk};
        pose.pelvis_tilt = 9 * roll;
        pose.spine_tilt = 20 * roll;
        pose.spine_bend += drunk * (10 + 14 * std::sin(2 * pi * (1.3 * u + 0.1)));
        pose.spine_twist = 10 * roll;
        pose.neck_nod += 18 * drunk;
        pose.neck_tilt = 12 * roll;
        for (int side : {left, right}) {
            Limb& arm = pose.arms[side];
            arm.raise += drunk * (26 + 26 * std::max(0.0, -side_sign(side) * roll));
            arm.plane += 20 * drunk;
            arm.bend += 22 * drunk;
        }
        plan.apply(pose, u);
        return pose;
    };
}

} // namespace

std::span<const Action> locomotion_actions() {
    static const Action actions[] = {
        {.name = "walk in place",
         .shortest = 2.4,
         .longest = 3.2,
         .fewest_cycles = 2,
         .most_cycles = 3,
         .perform = walk_in_place},
        {.name = "walk forward",
         .shortest = 2.6,
         .longest = 3.2,
         .fewest_cycles = 2,
         .most_cycles = 2,
         .perform = walk_forward},
        {.name = "turn around", .shortest = 2.0, .longest = 2.8, .perform = turn_around},
        {.name = "stagger", .shortest = 2.8, .longest = 3.5, .perform = stagger},
    };
    return actions;
}

} // namespace kinelens::synthesis
