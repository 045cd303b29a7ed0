#include "core/synthesis/idle.h"

namespace kinelens::synthesis {

Idle::Idle(CounterRandom random, double size)
    : size_(size) {
    for (int i = 0; i < 6; ++i) {
        rate_[i] = random.uniform(0.12, 0.35);
        phase_[i] = random.uniform();
    }
}

double Idle::wave(int index, double seconds) const {
    return std::sin(2 * pi * (rate_[index] * seconds + phase_[index]));
}

void Idle::apply(Pose& pose, double seconds) const {
    pose.pelvis.x += 0.010 * size_ * wave(0, seconds);
    pose.pelvis.z += 0.008 * size_ * wave(1, seconds);
    pose.spine_bend += 1.0 * size_ * wave(2, seconds);
    pose.spine_tilt -= 1.0 * size_ * wave(0, seconds);
    pose.neck_turn += 4.0 * size_ * wave(3, seconds);
    pose.neck_nod += 2.0 * size_ * wave(4, seconds);
    for (int side : {left, right}) {
        pose.arms[side].raise += 1.5 * size_ * wave(4 + side, seconds);
        pose.arms[side].bend += 2.5 * size_ * (1 + wave(5 - side, seconds));
    }
}

} // namespace kinelens::synthesis
