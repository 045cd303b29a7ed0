// Everyday actions of hand and head.
#include "core/synthesis/action.h"
#include "core/synthesis/actions/parts.h"
#include "core/synthesis/key_track.h"

namespace kinelens::synthesis {
namespace {

// In the chest frame, of an upright head.
Vec3 mouth(const Body& body) {
    return {0, body.neck + 0.62 * body.head, 0.075};
}
Vec3 ear(const Body& body, int side) {
    return {side_sign(side) * 0.085, body.neck + 0.85 * body.head, 0.0};
}

Choreography drink(const Performance& p) {
    const Body body = p.body;
    Pose grasp = rest_pose(body); // a cup at belly height
    set_angles(grasp.arms[right], 30, 10, 75, -10);
    grasp.neck_nod += 14;
    Pose sip = rest_pose(body);
    set_angles(sip.arms[right], 55, 35, 120, -20);
    sip.arms[right].reach_chest(mouth(body) + Vec3{-0.06, -0.09, 0.08});
    sip.arms[right].point_elbow({0.6, -0.8, 0.35});
    sip.arms[right].end_pitch = 15;
    Pose tilted = sip;
    tilted.neck_nod -= 22 + 6 * p.accent[0];
    tilted.spine_bend -= 4;
    tilted.arms[right].reach_chest(mouth(body) + Vec3{-0.075, -0.03, 0.085});
    tilted.arms[right].point_elbow({0.8, -0.6, 0.4});
    KeyTrack track;
    track.add(0, rest_pose(body)).add(0.20, grasp).add(0.26, grasp).add(0.44, sip).add(0.52, tilted);
    track.add(0.68, tilted).add(0.76, sip).add(0.90, grasp).add(1, rest_pose(body));
    return [=](double u) { return track.at(u); };
}

Choreography phone_call(const Performance& p) {
    const Body body = p.body;
    Pose call = rest_pose(body);
    set_angles(call.arms[right], 35, 65, 145, 20);
    call.arms[right].reach_chest(ear(body, right) + Vec3{-0.045, -0.10, 0.06});
    call.arms[right].point_elbow({0.8, -0.8, 0.5});
    call.arms[right].end_pitch = 5;
    call.neck_tilt = -12;
    call.neck_nod += 6;
    Pose talk = call; // the free hand talks along
    set_angles(talk.arms[left], 15, 30, 70 + 20 * p.accent[0], 15);
    talk.neck_turn = 14;
    talk.spine_twist = 6;
    KeyTrack track;
    track.add(0, rest_pose(body)).add(0.24, call).add(0.46, talk).add(0.64, call).add(0.78, call);
    track.add(1, rest_pose(body));
    return [=](double u) { return track.at(u); };
}

Choreography check_watch(const Performance& p) {
    const Body body = p.body;
    Pose look = rest_pose(body);
    set_angles(look.arms[left], 62, 45, 95, -70);
    look.arms[left].reach_chest({-0.02 + 0.03 * p.accent[0], -0.20, 0.24});
    look.arms[left].point_elbow({0.8, -0.6, 0.0});
    look.neck_nod += 32;
    look.neck_turn = 6;
    look.spine_bend += 3;
    KeyTrack track;
    track.add(0, rest_pose(body)).add(0.30, look).add(0.68, look).add(1, rest_pose(body));
    return [=](double u) { return track.at(u); };
}

Choreography salute(const Performance& p) {
    const Body body = p.body;
    Pose up = rest_pose(body);
    set_angles(up.arms[right], 80, 75, 130, 60);
    up.arms[right].reach_chest(Vec3{-0.17, body.neck + 0.85 * body.head, 0.12});
    up.arms[right].point_elbow({1, -0.35, 0.15});
    up.arms[right].end_pitch = 10;
    up.spine_bend -= 4 + 2 * p.accent[0];
    up.legs[left].reach_root(rest_ankle(body, left));
    KeyTrack track;
    track.add(0, rest_pose(body)).add(0.24, up).add(0.74, up).add(1, rest_pose(body));
    return [=](double u) { return track.at(u); };
}

// Hands rub each other in front of the belly.
Choreography rub_hands(const Performance& p) {
    const Body body = p.body;
    const Pose rest = rest_pose(body);
    const double reach = 0.5 * body.arm();
    return [=](double u) {
        const double slide = 0.05 * p.vigour * std::sin(2 * pi * p.cycles * u);
        Pose rub = rest;
        rub.neck_nod += 16;
        for (int side : {left, right}) {
            set_angles(rub.arms[side], 30, 35, 95, -25);
            rub.arms[side].reach_chest({side_sign(side) * 0.055, -0.24, reach + side_sign(side) * slide});
            rub.arms[side].point_elbow({0.6, -0.7, -0.5});
        }
        return blend(rest, rub, plateau(u, 0, 0.2, 0.8, 1));
    };
}

} // namespace

std::span<const Action> daily_living_actions() {
    static const Action actions[] = {
        {.name = "drink", .shortest = 2.6, .longest = 3.5, .perform = drink},
        {.name = "phone call", .shortest = 2.6, .longest = 3.5, .perform = phone_call},
        {.name = "check watch", .shortest = 2.0, .longest = 3.0, .perform = check_watch},
        {.name = "salute", .shortest = 2.0, .longest = 2.8, .perform = salute},
        {.name = "rub hands",
         .shortest = 2.2,
         .longest = 3.0,
         .fewest_cycles = 4,
         .most_cycles = 6,
         .perform = rub_hands},
    };
    return actions;
}

} // namespace kinelens::synthesis
