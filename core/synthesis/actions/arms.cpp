// Gestures of the arms on a standing body.
#include "core/synthesis/action.h"
#include "core/synthesis/actions/parts.h"
#include "core/synthesis/key_track.h"

namespace kinelens::synthesis {
namespace {

Choreography wave(const Performance& p) {
    const Body body = p.body;
    Pose up = rest_pose(body);
    set_angles(up.arms[right], 80 + 10 * p.accent[0], 72, 88, 84);
    up.neck_tilt = -4;
    up.spine_tilt = 2;
    const double swing = 30 * p.vigour;
    return [=, rest = rest_pose(body)](double u) {
        Pose pose = blend(rest, up, plateau(u, 0, 0.2, 0.8, 1));
        pose.arms[right].bend +=
            swing * std::sin(2 * pi * p.cycles * (u - 0.14)) * plateau(u, 0.1, 0.25, 0.75, 0.9);
        return pose;
    };
}

Choreography clap(const Performance& p) {
    const Body body = p.body;
    const Pose rest = rest_pose(body);
    const double reach = 0.62 * body.arm() * (1 + 0.1 * p.accent[0]);
    const double wide = 0.2 * p.vigour;
    return [=](double u) {
        const double beat = 0.5 + 0.5 * std::cos(2 * pi * p.cycles * (u - 0.12) / 0.76);
        const double open = u > 0.12 && u < 0.88 ? beat : 1.0;
        Pose ready = rest;
        ready.neck_nod += 8;
        for (int side : {left, right}) {
            Limb& arm = ready.arms[side];
            set_angles(arm, 35, 30, 85, -10);
            const double apart = 0.045 + wide * open;
            arm.reach_chest({side_sign(side) * apart, -0.17 + 0.04 * p.accent[1], reach});
            arm.point_elbow({0.6, -0.7, -0.5});
            arm.end_pitch = -5;
            arm.end_turn = -30;
        }
        return blend(rest, ready, plateau(u, 0, 0.14, 0.86, 1));
    };
}

// A boxer's stance: left foot and left guard in front.
Pose guard(const Body& body) {
    Pose pose = rest_pose(body);
    shift_foot(pose, body, left, 0.16);
    shift_foot(pose, body, right, -0.16);
    pose.legs[right].end_turn = 30;
    pose.legs[right].twist = 30;
    pose.pelvis.y = -0.07;
    pose.pelvis_turn = -22;
    pose.spine_bend += 10;
    pose.spine_twist = -8;
    pose.neck_turn = 28;
    set_angles(pose.arms[left], 42, 15, 118, -8);
    set_angles(pose.arms[right], 28, 25, 132, -12);
    return pose;
}

Pose strike(const Body& body, int side) {
    Pose pose = guard(body);
    const double twist = side == right ? 40 : -26;
    pose.pelvis_turn += 0.5 * twist;
    pose.spine_twist += twist;
    pose.neck_turn -= 1.2 * twist;
    pose.pelvis.z = 0.05;
    pose.legs[right].end_pitch = side == right ? 18 : 0;
    set_angles(pose.arms[side], 90, side == right ? 20 : -16, 6, 0);
    return pose;
}

// On the way from rest into the guard: the left foot goes first, then the right.
Pose into_guard(const Body& body, double progress, double left_forward, double left_lift, double right_back,
                double right_lift) {
    Pose pose = blend(rest_pose(body), guard(body), progress);
    shift_foot(pose, body, left, left_forward, left_lift);
    shift_foot(pose, body, right, -right_back, right_lift);
    return pose;
}

Choreography punch(const Performance& p) {
    const Body body = p.body;
    const Pose ready = guard(body);
    const Pose left_up = into_guard(body, 0.25, 0.08, 0.06, 0, 0);
    const Pose halfway = into_guard(body, 0.5, 0.16, 0, 0, 0);
    const Pose right_up = into_guard(body, 0.75, 0.16, 0, 0.08, 0.06);
    KeyTrack track;
    track.add(0, rest_pose(body)).add(0.05, left_up).add(0.10, halfway).add(0.15, right_up).add(0.20, ready);
    const double span = 0.60 / p.cycles;
    for (int k = 0; k < p.cycles; ++k) {
        const double start = 0.20 + k * span;
        const Pose hit = strike(body, k % 2 == 0 ? right : left);
        track.add(start + 0.36 * span, hit).add(start + 0.44 * span, hit).add(start + 0.92 * span, ready);
    }
    track.add(0.82, ready).add(0.87, right_up).add(0.91, halfway).add(0.955, left_up).add(1, rest_pose(body));
    return [=](double u) { return track.at(u); };
}

Choreography throw_object(const Performance& p) {
    const Body body = p.body;
    const double forward = 0.30 * p.vigour;
    Pose wind = rest_pose(body);
    shift_foot(wind, body, left, 0.02, 0.03);
    wind.pelvis.z = -0.06;
    wind.pelvis_turn = -25;
    wind.spine_twist = -35;
    wind.spine_bend -= 8;
    wind.neck_turn = 45;
    set_angles(wind.arms[right], 95, 105, 100, 60);
    set_angles(wind.arms[left], 65, 25, 20);
    Pose lifted = wind;
    shift_foot(lifted, body, left, 0.6 * forward, 0.10);
    Pose release = rest_pose(body);
    shift_foot(release, body, left, forward);
    release.pelvis = {0, -0.03, 0.55 * forward};
    release.pelvis_turn = 15;
    release.spine_twist = 25;
    release.spine_bend += 14;
    release.neck_turn = -25;
    release.legs[right].end_pitch = 25;
    set_angles(release.arms[right], 125, 20, 18, 20);
    set_angles(release.arms[left], 25, 60, 50);
    Pose follow = release;
    follow.spine_bend += 18;
    follow.spine_twist = 38;
    set_angles(follow.arms[right], 42, -30, 25);
    Pose back = blend(rest_pose(body), follow, 0.3);
    shift_foot(back, body, left, 0.4 * forward, 0.06);
    KeyTrack track;
    track.add(0, rest_pose(body)).add(0.28, wind).add(0.38, lifted).add(0.50, release).add(0.60, follow);
    track.add(0.68, follow).add(0.84, back).add(1, rest_pose(body));
    return [=](double u) { return track.at(u); };
}

Choreography point(const Performance& p) {
    const Body body = p.body;
    Pose out = rest_pose(body);
    set_angles(out.arms[right], 88 + 6 * p.accent[0], 22 + 22 * p.accent[1], 3);
    out.spine_twist = 8 - 6 * p.accent[1];
    out.neck_turn = -12 - 10 * p.accent[1];
    Pose through = rest_pose(body);
    set_angles(through.arms[right], 55, 20, 70);
    KeyTrack track;
    track.add(0, rest_pose(body)).add(0.16, through).add(0.32, out).add(0.70, out).add(1, rest_pose(body));
    return [=](double u) { return track.at(u); };
}

// Taking something from a high shelf, on the toes.
Choreography reach_up(const Performance& p) {
    const Body body = p.body;
    Pose high = rest_pose(body);
    set_angles(high.arms[right], 168, 25 + 10 * p.accent[0], 4, 20);
    high.pelvis.y = 0.07;
    high.pelvis_tilt = 3;
    high.spine_tilt = 9;
    high.spine_bend -= 6;
    high.neck_nod -= 28;
    for (Limb& leg : high.legs) {
        leg.end_pitch = 30;
        leg.root_target.y += 0.07;
    }
    Pose through = blend(rest_pose(body), high, 0.3);
    set_angles(through.arms[right], 80, 25, 85);
    KeyTrack track;
    track.add(0, rest_pose(body)).add(0.20, through).add(0.42, high).add(0.66, high).add(1, rest_pose(body));
    return [=](double u) { return track.at(u); };
}

// Both arms up and out, back arched, swaying from side to side.
Choreography stretch(const Performance& p) {
    const Body body = p.body;
    const Pose rest = rest_pose(body);
    Pose high = rest;
    for (Limb& arm : high.arms) set_angles(arm, 155 + 6 * p.accent[0], 75, 14);
    high.spine_bend -= 14;
    high.pelvis.z = 0.03;
    high.neck_nod -= 22;
    return [=](double u) {
        Pose pose = blend(rest, high, plateau(u, 0, 0.34, 0.70, 1));
        pose.spine_tilt =
            20 * p.vigour * std::sin(2 * pi * (u - 0.3) / 0.5) * plateau(u, 0.28, 0.45, 0.65, 0.82);
        return pose;
    };
}

Choreography cheer(const Performance& p) {
    const Body body = p.body;
    const Pose rest = rest_pose(body);
    Pose fists = rest;
    for (Limb& arm : fists.arms) set_angles(arm, 85, 75, 105, 75);
    fists.neck_nod -= 10;
    Pose high = fists;
    for (Limb& arm : high.arms) set_angles(arm, 148, 60, 12, 60);
    return [=](double u) {
        const double beat = 0.5 - 0.5 * std::cos(2 * pi * p.cycles * (u - 0.2) / 0.6);
        const double up = u > 0.2 && u < 0.8 ? beat : 0;
        return blend(rest, blend(fists, high, up), plateau(u, 0, 0.2, 0.8, 1));
    };
}

} // namespace

std::span<const Action> arm_actions() {
    static const Action actions[] = {
        {.name = "wave hand",
         .shortest = 2.2,
         .longest = 3.2,
         .fewest_cycles = 3,
         .most_cycles = 4,
         .perform = wave},
        {.name = "clap",
         .shortest = 2.0,
         .longest = 3.0,
         .fewest_cycles = 4,
         .most_cycles = 6,
         .perform = clap},
        {.name = "punch",
         .shortest = 2.6,
         .longest = 3.2,
         .fewest_cycles = 2,
         .most_cycles = 3,
         .perform = punch},
        {.name = "throw", .shortest = 2.0, .longest = 2.6, .perform = throw_object},
        {.name = "point", .shortest = 1.9, .longest = 2.8, .perform = point},
        {.name = "reach up", .shortest = 2.2, .longest = 3.0, .perform = reach_up},
        {.name = "stretch", .shortest = 2.8, .longest = 3.6, .perform = stretch},
        {.name = "cheer",
         .shortest = 2.2,
         .longest = 3.0,
         .fewest_cycles = 2,
         .most_cycles = 3,
         .perform = cheer},
    };
    return actions;
}

} // namespace kinelens::synthesis
