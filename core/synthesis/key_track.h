// KeyTrack: key poses in time with smooth interpolation between them.
#pragma once

#include "core/synthesis/pose.h"

#include <vector>

namespace kinelens::synthesis {

// Every channel follows a monotone cubic (Fritsch & Carlson 1980): it passes through the keys, rests at its
// extremes and never overshoots, so feet do not sink and joints do not fold beyond what the keys say.
// Targets of the feet are interpolated relative to the floor, not to the moving root: a foot that two keys
// plant on one spot does not slide between them. The root's heading must stay 0.
class KeyTrack {
public:
    // Times must grow.
    KeyTrack& add(double time, const Pose& pose);
    Pose at(double time) const; // clamped to the first and last key

private:
    std::vector<double> times_;
    std::vector<Pose> poses_;
};

} // namespace kinelens::synthesis
