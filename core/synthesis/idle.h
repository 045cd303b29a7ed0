// Idle: what a body does all the time, whatever else it does: breathing, swaying, looking about.
#pragma once

#include "core/foundation/random.h"
#include "core/synthesis/pose.h"

namespace kinelens::synthesis {

class Idle {
public:
    Idle(CounterRandom random, double size);
    void apply(Pose& pose, double seconds) const;

private:
    double wave(int index, double seconds) const; // in [-1, 1]

    double size_;
    double rate_[6];  // Hz
    double phase_[6]; // turns
};

} // namespace kinelens::synthesis
