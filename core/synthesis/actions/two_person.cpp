// Two people facing each other. Targets are in each one's own root frame; the partner stands `distance` in
// front, so a point (x, y, z) of one is (−x, y, distance − z) of the other.
#include "core/synthesis/action.h"
#include "core/synthesis/actions/parts.h"
#include "core/synthesis/key_track.h"

namespace kinelens::synthesis {
namespace {

// The same height for both, from each one's view.
double between(const Performance& p, double fraction_of_shoulders) {
    return 0.5 * fraction_of_shoulders * (p.body.shoulder_height() + p.partner.shoulder_height());
}

Choreography handshake(const Performance& p) {
    const Body body = p.body;
    const double hand = body.hand + 0.02; // wrist to the middle of the grip
    const double height = between(p, 0.72);
    Pose grip = rest_pose(body);
    set_angles(grip.arms[right], 35, 10, 60, -5);
    grip.arms[right].reach_root({-0.02, height, p.distance / 2 - hand});
    grip.spine_bend += 6;
    grip.spine_twist = 10;
    grip.pelvis.z = 0.03;
    grip.neck_turn = -6;
    return [=, rest = rest_pose(body)](double u) {
        const double held = plateau(u, 0, 0.28, 0.74, 1);
        Pose pose = blend(rest, grip, held);
        const double shake = plateau(u, 0.26, 0.34, 0.64, 0.74);
        pose.arms[right].root_target.y += 0.05 * shake * std::sin(2 * pi * p.cycles * (u - 0.26) / 0.48);
        return pose;
    };
}

Choreography high_five(const Performance& p) {
    const Body body = p.body;
    const double hand = 0.02;
    Pose wind = rest_pose(body);
    set_angles(wind.arms[right], 95, 75, 95, 70);
    wind.spine_twist = -12;
    Pose hit = rest_pose(body);
    set_angles(hit.arms[right], 130, 25, 45, 40);
    hit.arms[right].reach_root({-0.02, between(p, 1.10), p.distance / 2 - hand});
    hit.arms[right].end_pitch = -20;
    hit.spine_twist = 12;
    hit.pelvis.z = 0.04;
    hit.neck_nod -= 8;
    KeyTrack track;
    track.add(0, rest_pose(body)).add(0.34, wind).add(0.40, wind).add(0.52, hit).add(0.56, hit);
    track.add(0.74, wind).add(1, rest_pose(body));
    return [=](double u) { return track.at(u); };
}

Choreography hug(const Performance& p) {
    const Body body = p.body;
    const double approach = (p.distance - 0.27) / 2; // chests nearly touch
    Pose open = rest_pose(body);
    for (Limb& arm : open.arms) set_angles(arm, 75, 50, 30, 10);
    shift_foot(open, body, left, 0.75 * approach, 0.06);
    open.root.z = 0.35 * approach;
    shift_foot(open, body, right, -0.35 * approach);
    Pose embrace = rest_pose(body);
    embrace.root.z = approach;
    embrace.spine_bend += 6;
    embrace.pelvis.z = -0.03;
    embrace.neck_turn = 18;
    embrace.neck_tilt = -14;
    for (int side : {left, right}) {
        const double over = side == left ? 0.96 : 0.72; // one arm above, one below
        set_angles(embrace.arms[side], 85, 50, 60, 10);
        embrace.arms[side].reach_root({side_sign(side) * 0.09, between(p, over), 0.27 + 0.13});
        embrace.arms[side].point_elbow({0.8, -0.5, 0.0});
        embrace.arms[side].end_pitch = 25;
    }
    Pose close = blend(open, embrace, 0.5); // the second foot follows
    close.root.z = 0.7 * approach;
    shift_foot(close, body, left, 0.3 * approach);
    shift_foot(close, body, right, -0.2 * approach, 0.06);
    Pose leave = rest_pose(body);
    leave.root.z = 0.3 * approach;
    shift_foot(leave, body, right, -0.3 * approach);
    shift_foot(leave, body, left, 0.2 * approach, 0.06);
    for (Limb& arm : leave.arms) set_angles(arm, 35, 50, 30, 10);
    KeyTrack track;
    track.add(0, rest_pose(body)).add(0.20, open).add(0.32, close).add(0.44, embrace).add(0.66, embrace);
    track.add(0.77, close).add(0.88, leave).add(1, rest_pose(body));
    return [=](double u) { return track.at(u); };
}

Choreography push(const Performance& p) {
    const Body body = p.body;
    Pose ready = rest_pose(body);
    for (Limb& arm : ready.arms) set_angles(arm, 25, 30, 125, -10);
    ready.pelvis.z = -0.05;
    ready.pelvis.y = -0.03;
    shift_foot(ready, body, left, 0.08, 0.06);
    Pose shove = rest_pose(body);
    shift_foot(shove, body, left, 0.24);
    shove.pelvis = {0, -0.05, 0.16};
    shove.pelvis_pitch = 10;
    shove.spine_bend += 8;
    shove.neck_nod -= 10;
    shove.legs[right].end_pitch = 20;
    const double chest = 0.93 * p.partner.shoulder_height();
    for (int side : {left, right}) {
        set_angles(shove.arms[side], 80, 15, 15, 0);
        shove.arms[side].reach_root({side_sign(side) * 0.12, chest, p.distance - 0.17});
        shove.arms[side].end_pitch = -45;
    }
    Pose through = shove;
    for (Limb& arm : through.arms) arm.root_target.z += 0.12;
    Pose back = blend(rest_pose(body), through, 0.4);
    shift_foot(back, body, left, 0.12, 0.05);
    for (Limb& arm : back.arms) set_angles(arm, 30, 30, 60);
    KeyTrack track;
    track.add(0, rest_pose(body)).add(0.26, ready).add(0.32, ready).add(0.44, shove).add(0.50, through);
    track.add(0.76, back).add(1, rest_pose(body));
    return [=](double u) { return track.at(u); };
}

// Struck backwards at `moment`, catching the balance with steps back.
Choreography knocked_back(const Performance& p, double moment, Pose struck, double steps_back) {
    const Body body = p.body;
    struck.root.z = -0.25 * steps_back;
    shift_foot(struck, body, left, 0.25 * steps_back);
    shift_foot(struck, body, right, -0.25 * steps_back, 0.07);
    Pose caught = blend(rest_pose(body), struck, 0.45);
    caught.root.z = -0.75 * steps_back;
    caught.pelvis.y = -0.05;
    shift_foot(caught, body, right, -0.25 * steps_back);
    shift_foot(caught, body, left, 0.35 * steps_back, 0.05);
    Pose end = rest_pose(body);
    end.root.z = -steps_back;
    KeyTrack track;
    track.add(0, rest_pose(body)).add(moment, rest_pose(body)).add(moment + 0.13, struck);
    track.add(moment + 0.27, caught).add(moment + 0.45, end).add(1, end);
    return [=](double u) { return track.at(u); };
}

Choreography pushed(const Performance& p) {
    Pose struck = rest_pose(p.body);
    struck.pelvis.z = -0.10;
    struck.pelvis_pitch = -10;
    struck.spine_bend -= 18;
    struck.neck_nod += 16;
    for (Limb& arm : struck.arms) set_angles(arm, 55, 50, 35);
    return knocked_back(p, 0.42, struck, 0.34 * p.vigour);
}

Choreography punch_other(const Performance& p) {
    const Body body = p.body;
    Pose ready = rest_pose(body);
    set_angles(ready.arms[right], 20, 40, 130, 5);
    set_angles(ready.arms[left], 40, 15, 115, -8);
    ready.spine_twist = -30;
    ready.pelvis_turn = -15;
    ready.neck_turn = 40;
    shift_foot(ready, body, left, 0.08, 0.06);
    Pose hit = ready;
    shift_foot(hit, body, left, 0.22);
    hit.pelvis = {0, -0.04, 0.13};
    hit.pelvis_turn = 10;
    hit.spine_twist = 30;
    hit.spine_bend += 8;
    hit.neck_turn = -35;
    hit.legs[right].end_pitch = 22;
    const double face = p.partner.root_height() + 2 * p.partner.spine + p.partner.neck + 0.6 * p.partner.head;
    set_angles(hit.arms[right], 98, 15, 10);
    hit.arms[right].reach_root({0.0, face, p.distance - 0.17});
    Pose back = blend(rest_pose(body), ready, 0.5);
    shift_foot(back, body, left, 0.1, 0.05);
    KeyTrack track;
    track.add(0, rest_pose(body)).add(0.26, ready).add(0.34, ready).add(0.44, hit).add(0.49, hit);
    track.add(0.72, back).add(1, rest_pose(body));
    return [=](double u) { return track.at(u); };
}

Choreography punched(const Performance& p) {
    Pose struck = rest_pose(p.body);
    struck.pelvis.z = -0.05;
    struck.spine_bend -= 14;
    struck.spine_twist = -28;
    struck.neck_nod -= 24;
    struck.neck_turn = -40;
    set_angles(struck.arms[left], 30, 60, 40);
    set_angles(struck.arms[right], 35, 80, 40);
    return knocked_back(p, 0.42, struck, 0.22 * p.vigour);
}

} // namespace

std::span<const Action> two_person_actions() {
    static const Action actions[] = {
        {.name = "handshake",
         .shortest = 2.4,
         .longest = 3.4,
         .fewest_cycles = 3,
         .most_cycles = 4,
         .perform = handshake,
         .react = handshake,
         .distance = 0.88,
         .may_mirror = false},
        {.name = "high five",
         .shortest = 2.0,
         .longest = 2.6,
         .perform = high_five,
         .react = high_five,
         .distance = 0.85},
        {.name = "hug", .shortest = 2.8, .longest = 3.6, .perform = hug, .react = hug, .distance = 1.0},
        {.name = "push", .shortest = 2.2, .longest = 2.8, .perform = push, .react = pushed, .distance = 0.78},
        {.name = "punch other person",
         .shortest = 2.2,
         .longest = 2.8,
         .perform = punch_other,
         .react = punched,
         .distance = 0.82},
    };
    return actions;
}

} // namespace kinelens::synthesis
