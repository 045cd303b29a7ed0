#include "core/synthesis/body.h"

namespace kinelens::synthesis {

Body make_body(CounterRandom random, double variation) {
    const auto around = [&](double mean, double spread) {
        return mean + variation * random.uniform(-spread, spread);
    };
    Body body;
    body.stature = around(1.71, 0.19);
    const double leg = body.stature * around(1, 0.035);
    const double arm = body.stature * around(1, 0.035);
    const double trunk = 2 * body.stature - leg; // long legs, short trunk
    const double girth = body.stature * around(1, 0.08);
    body.thigh = 0.245 * leg;
    body.shank = 0.240 * leg;
    body.ankle = 0.045 * leg;
    body.foot = 0.075 * leg;
    body.hip = 0.047 * girth;
    body.hip_drop = 0.03 * trunk;
    body.spine = 0.135 * trunk;
    body.neck = 0.045 * trunk;
    body.head = 0.08 * trunk;
    body.shoulder = 0.105 * girth;
    body.shoulder_drop = 0.025 * trunk;
    body.upper_arm = 0.172 * arm;
    body.forearm = 0.146 * arm;
    body.hand = 0.045 * arm;
    body.tip = 0.045 * arm;
    body.thumb = 0.035 * arm;
    body.tempo = around(1, 0.2);
    body.amplitude = around(1, 0.15);
    body.stance = around(0.075, 0.025) * body.stature;
    body.lean = around(3, 5);
    body.arm_bend = around(9, 5);
    body.arm_spread = around(8, 4);
    body.toes_out = around(8, 8);
    body.sway = around(1, 0.6);
    body.left_handed = random.uniform() < 0.15 * variation;
    return body;
}

} // namespace kinelens::synthesis
