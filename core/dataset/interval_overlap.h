// How much two intervals have in common, by themselves: classes and sequences do not count.
#pragma once

#include "core/dataset/dataset.h"

#include <algorithm>

namespace kinelens {

// Frames in both over frames from the first start to the last end: PKU-MMD's definition. Negative where they
// are apart; 0 where both are empty.
inline double temporal_overlap(const Interval& a, const Interval& b) {
    const std::int64_t span = std::max(a.end, b.end) - std::min(a.start, b.start);
    const std::int64_t common = std::min(a.end, b.end) - std::max(a.start, b.start);
    return span > 0 ? static_cast<double>(common) / static_cast<double>(span) : 0;
}

} // namespace kinelens
