// What is wrong with a recording, measured on its raw joints.
#pragma once

#include "core/dataset/plausibility.h"

#include <cstdint>

namespace kinelens {

struct SequenceQuality {
    int bodies = 0;                    // most bodies seen in one frame
    std::int64_t empty_frames = 0;     // frames in which nobody was seen
    int drop_outs = 0;                 // times a body was lost and came back
    std::int64_t frames_with_gaps = 0; // frames in which a joint of a tracked body was not measured
    int jumps = 0; // frames in which a tracked body moved faster than `jump_speed` on average
    BodyDoubts doubts{};
    bool fine() const { return problems() == 0; }
    // How many there are of all kinds.
    std::int64_t problems() const {
        return empty_frames + drop_outs + frames_with_gaps + jumps + (doubts.any() ? 1 : 0);
    }
    bool operator==(const SequenceQuality&) const = default;
};

// Mean speed over the joints of one body, in metres a second, that no person reaches: a tracking error.
inline constexpr double jump_speed = 6.0;

// `frame_rate` in frames a second. Of 2-D data, which has no metres, jumps are not counted. Sequences without
// frames have bodies = 0 and are otherwise fine.
SequenceQuality measure_quality(const Motion& motion, double frame_rate);

// With what is doubted of its bodies. plan: body_plan() of the dataset's layout, made once for all its
// recordings.
SequenceQuality measure_quality(const Motion& motion, const DatasetInfo& info, const BodyPlan& plan);

} // namespace kinelens
