// The learning rate by epoch.
#pragma once

#include <cstdint>
#include <vector>

namespace kinelens::learning {

// `rate`, multiplied by `factor` once for every milestone that `epoch`, counted from 0, has reached.
inline double scheduled_rate(double rate, const std::vector<int>& milestones, double factor,
                             std::int64_t epoch) {
    for (const int milestone : milestones)
        if (epoch >= milestone) rate *= factor;
    return rate;
}

} // namespace kinelens::learning
