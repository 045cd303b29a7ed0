// Body: one actor's proportions and habits.
#pragma once

#include "core/foundation/random.h"

namespace kinelens::synthesis {

// Lengths in metres. Proportions of stature after Drillis & Contini, varied by actor.
struct Body {
    double stature = 1.72;
    double thigh = 0, shank = 0, ankle = 0, foot = 0; // ankle: its height above the floor
    double hip = 0, hip_drop = 0;                     // half the hips' width; below the base of the spine
    double spine = 0;                                 // one of two equal parts
    double neck = 0, head = 0;
    double shoulder = 0, shoulder_drop = 0; // half the width; below the spine at the shoulders
    double upper_arm = 0, forearm = 0, hand = 0, tip = 0, thumb = 0;

    double tempo = 1;      // > 1: faster
    double amplitude = 1;  // of gestures
    double stance = 0.1;   // half the distance between the ankles
    double lean = 0;       // degrees of habitual forward bend
    double arm_bend = 12;  // degrees, hanging arm
    double arm_spread = 6; // degrees
    double toes_out = 8;   // degrees
    double sway = 1;       // size of idle movement
    bool left_handed = false;

    double leg() const { return thigh + shank; }
    double arm() const { return upper_arm + forearm; }
    double root_height() const { return ankle + leg() * 0.995 + hip_drop; } // base of the spine, standing
    double shoulder_height() const { return root_height() + 2 * spine - shoulder_drop; }
};

// The actor whose traits `random` draws; variation scales how far actors differ (0: all alike).
Body make_body(CounterRandom random, double variation);

} // namespace kinelens::synthesis
