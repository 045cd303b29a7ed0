// Actions of the whole body on the spot.
#include "core/synthesis/action.h"
#include "core/synthesis/actions/parts.h"
#include "core/synthesis/key_track.h"

namespace kinelens::synthesis {
namespace {

// Hips and feet leave the floor together.
void fly(Pose& pose, double height) {
    pose.pelvis.y += height;
    for (Limb& leg : pose.legs) {
        leg.root_target.y += height * leg.root_weight;
        leg.end_pitch += std::min(40.0, 300 * height);
    }
}

Choreography bow(const Performance& p) {
    const Body body = p.body;
    Pose down = rest_pose(body);
    const double depth = p.vigour * (1 + 0.15 * p.accent[0]);
    down.pelvis_pitch = 38 * depth;
    down.pelvis.z = -0.14 * depth;
    down.pelvis.y = -0.02;
    down.spine_bend += 32 * depth;
    down.neck_nod += 18;
    for (Limb& arm : down.arms) set_angles(arm, 8, 30, 8);
    KeyTrack track;
    track.add(0, rest_pose(body)).add(0.38, down).add(0.62, down).add(1, rest_pose(body));
    return [=](double u) { return track.at(u); };
}

Pose squatting(const Body& body, double depth) {
    Pose down = rest_pose(body);
    down.pelvis = {0, -0.42 * depth * body.leg(), -0.24 * depth * body.leg()};
    down.pelvis_pitch = 28 * depth;
    down.spine_bend += 14 * depth;
    down.neck_nod -= 25 * depth;
    for (Limb& leg : down.legs) leg.twist += 12;
    return down;
}

Choreography squat(const Performance& p) {
    const Body body = p.body;
    Pose down = squatting(body, std::min(1.15, p.vigour));
    for (Limb& arm : down.arms) set_angles(arm, 118, 12, 6);
    return [=, rest = rest_pose(body)](double u) {
        const double beat = 0.5 - 0.5 * std::cos(2 * pi * p.cycles * u);
        return blend(rest, down, beat * beat * (3 - 2 * beat));
    };
}

Choreography jumping_jack(const Performance& p) {
    const Body body = p.body;
    const Pose rest = rest_pose(body);
    Pose open = rest;
    const double spread = 0.28 * p.vigour;
    for (int side : {left, right}) {
        set_angles(open.arms[side], 160, 88, 12, 20);
        open.legs[side].reach_root(rest_ankle(body, side) + Vec3{side_sign(side) * spread, 0, 0});
    }
    return [=](double u) {
        const double phase = u * 2 * p.cycles; // one hop a unit: out, in, out …
        const double hop = phase - std::floor(phase);
        const bool opening = static_cast<int>(std::floor(phase)) % 2 == 0;
        const double arms = ease(hop, 0.05, 0.95), feet = ease(hop, 0.28, 0.80);
        Pose pose = blend(rest, open, opening ? arms : 1 - arms);
        const Pose stance = blend(rest, open, opening ? feet : 1 - feet);
        for (int side : {left, right}) pose.legs[side] = stance.legs[side];
        const double air = std::clamp((hop - 0.24) / 0.6, 0.0, 1.0);
        const double crouch = plateau(hop, 0, 0.14, 0.14, 0.3) + plateau(hop, 0.78, 0.9, 0.9, 1);
        pose.pelvis.y -= 0.07 * crouch + 0.01;
        fly(pose, 0.11 * 4 * air * (1 - air));
        return pose;
    };
}

Choreography kick(const Performance& p) {
    const Body body = p.body;
    Pose shifted = rest_pose(body);
    shifted.pelvis.x = 0.75 * body.stance;
    shifted.pelvis.y = -0.02;
    Pose chamber = shifted;
    chamber.spine_bend -= 4;
    chamber.pelvis_pitch = -6;
    set_angles(chamber.legs[right], 70, 10, 95);
    chamber.legs[right].end_pitch = 10;
    set_angles(chamber.arms[left], 40, 40, 60);
    set_angles(chamber.arms[right], 15, 80, 40);
    Pose out = chamber;
    out.pelvis_pitch = -16;
    out.spine_bend -= 4;
    out.neck_nod += 14;
    out.pelvis.z = 0.04;
    set_angles(out.legs[right], 88 * p.vigour, 6, 4);
    out.legs[right].end_pitch = -10;
    set_angles(out.arms[left], 60, 60, 30);
    set_angles(out.arms[right], 35, 130, 20);
    Pose behind = shifted;
    set_angles(behind.legs[right], -22, 10, 50);
    behind.legs[right].end_pitch = 20;
    set_angles(behind.arms[left], 25, 50, 50);
    KeyTrack track;
    track.add(0, rest_pose(body)).add(0.12, shifted).add(0.22, behind).add(0.37, chamber).add(0.49, out);
    track.add(0.54, out).add(0.70, chamber).add(0.87, shifted).add(1, rest_pose(body));
    return [=](double u) { return track.at(u); };
}

Choreography jump(const Performance& p) {
    const Body body = p.body;
    Pose crouch = squatting(body, 0.6);
    for (Limb& arm : crouch.arms) set_angles(arm, -30, 10, 12);
    Pose take_off = rest_pose(body);
    for (Limb& arm : take_off.arms) set_angles(arm, 118, 15, 25);
    for (Limb& leg : take_off.legs) leg.end_pitch = 12;
    take_off.neck_nod -= 12;
    Pose landing = squatting(body, 0.5);
    for (Limb& arm : landing.arms) set_angles(arm, 40, 30, 40);
    KeyTrack track;
    track.add(0, rest_pose(body)).add(0.28, crouch).add(0.32, crouch).add(0.50, take_off);
    track.add(0.60, take_off).add(0.72, landing).add(1, rest_pose(body));
    const double rise = 1.2 * body.stature / 9.0 * p.vigour;
    return [=](double progress) {
        const double turns = progress * p.cycles;
        const double u = progress >= 1 ? 1 : turns - std::floor(turns);
        Pose pose = track.at(u);
        const double air = std::clamp((u - 0.44) / 0.19, 0.0, 1.0);
        fly(pose, rise * 4 * air * (1 - air));
        return pose;
    };
}

Choreography pick_up(const Performance& p) {
    const Body body = p.body;
    Pose down = rest_pose(body);
    down.pelvis = {0, -0.42 * body.leg(), -0.20 * body.leg()};
    down.pelvis_pitch = 60;
    down.spine_bend += 42;
    down.neck_nod -= 25;
    const double depth = 0.34 + 0.05 * p.accent[0];
    set_angles(down.arms[right], 75, 10, 20);
    down.arms[right].reach_root({-0.06 + 0.05 * p.accent[1], 0.14, depth});
    set_angles(down.arms[left], 60, 15, 45);
    Pose holding = rest_pose(body);
    set_angles(holding.arms[right], 20, 20, 88, -10);
    holding.neck_nod += 20;
    KeyTrack track;
    track.add(0, rest_pose(body)).add(0.36, down).add(0.48, down).add(0.76, holding).add(0.84, holding);
    track.add(1, rest_pose(body));
    return [=](double u) { return track.at(u); };
}

// On a chair as high as the knees.
Pose seated(const Body& body) {
    Pose pose = rest_pose(body);
    pose.pelvis = {0, -0.985 * body.thigh, -0.90 * body.thigh};
    pose.pelvis_pitch = -6;
    pose.spine_bend += 4;
    for (int side : {left, right}) {
        pose.legs[side].twist = 4;
        set_angles(pose.arms[side], 30, 12, 52, -12);
    }
    return pose;
}

Pose rising(const Body& body) {
    Pose pose = blend(rest_pose(body), seated(body), 0.55);
    pose.pelvis_pitch = 34;
    pose.spine_bend += 16;
    pose.neck_nod -= 18;
    for (Limb& arm : pose.arms) set_angles(arm, 55, 12, 30);
    return pose;
}

Choreography sit_down(const Performance& p) {
    const Body body = p.body;
    KeyTrack track;
    track.add(0, rest_pose(body)).add(0.45, rising(body)).add(0.85, seated(body)).add(1, seated(body));
    return [=](double u) { return track.at(u); };
}

Choreography stand_up(const Performance& p) {
    const Body body = p.body;
    Pose leaning = seated(body);
    leaning.pelvis_pitch = 26;
    leaning.spine_bend += 12;
    KeyTrack track;
    track.add(0, seated(body)).add(0.12, seated(body)).add(0.36, leaning).add(0.58, rising(body));
    track.add(0.92, rest_pose(body)).add(1, rest_pose(body));
    return [=](double u) { return track.at(u); };
}

} // namespace

std::span<const Action> whole_body_actions() {
    static const Action actions[] = {
        {.name = "sit down", .shortest = 1.8, .longest = 2.6, .perform = sit_down, .ends = Posture::seated},
        {.name = "stand up", .shortest = 1.8, .longest = 2.6, .perform = stand_up, .starts = Posture::seated},
        {.name = "bow", .shortest = 2.2, .longest = 3.2, .perform = bow},
        {.name = "squat",
         .shortest = 2.6,
         .longest = 3.4,
         .fewest_cycles = 2,
         .most_cycles = 2,
         .perform = squat},
        {.name = "jumping jack",
         .shortest = 2.4,
         .longest = 3.0,
         .fewest_cycles = 2,
         .most_cycles = 2,
         .perform = jumping_jack},
        {.name = "jump up", .shortest = 2.2, .longest = 2.6, .perform = jump},
        {.name = "kick", .shortest = 2.3, .longest = 2.8, .perform = kick},
        {.name = "pick up", .shortest = 2.4, .longest = 3.2, .perform = pick_up},
    };
    return actions;
}

} // namespace kinelens::synthesis
