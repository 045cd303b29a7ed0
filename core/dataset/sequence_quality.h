// What is wrong with a recording, measured on its raw joints.
#pragma once

#include "core/dataset/dataset.h"

#include <cstdint>

namespace kinelens {

struct SequenceQuality {
    int bodies = 0;                // most bodies seen in one frame
    std::int64_t empty_frames = 0; // frames in which nobody was seen
    int drop_outs = 0;             // times a body was lost and came back
    int jumps = 0;                 // frames in which a tracked body moved faster than `jump_speed` on average
    bool fine() const { return empty_frames == 0 && drop_outs == 0 && jumps == 0; }
    bool operator==(const SequenceQuality&) const = default;
};

// Mean speed over the joints of one body, in metres a second, that no person reaches: a tracking error.
inline constexpr double jump_speed = 6.0;

// `frame_rate` in frames a second. Sequences without frames have bodies = 0 and are otherwise fine.
SequenceQuality measure_quality(const Motion& motion, double frame_rate);

} // namespace kinelens
