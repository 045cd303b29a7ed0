// Untrimmed recordings for tests: a body of a few joints that stands still, waves its first limb or turns its
// last one, with an interval for each of the two actions.
#pragma once

#include "core/dataset/dataset_writer.h"

#include <cmath>
#include <string>

namespace kinelens::testing {

// Stillness, waving, stillness, turning … of 15 to 24 frames each.
inline std::pair<Motion, std::vector<Interval>> untrimmed(int index, std::int64_t frames, int joints) {
    Motion motion(frames, 1, joints);
    std::vector<Interval> intervals;
    int part = index;
    for (std::int64_t start = 0; start < frames; ++part) {
        const std::int64_t end = std::min<std::int64_t>(frames, start + 15 + (7 * part + index) % 10);
        const int action = part % 2 == 0 ? -1 : part / 2 % 2;
        if (action >= 0) intervals.push_back({0, action, start, end, 1, "truth"});
        for (std::int64_t frame = start; frame < end; ++frame) {
            motion.set_tracked(frame, 0, true);
            for (int joint = 0; joint < joints; ++joint) {
                const double swing = std::sin(0.8 * static_cast<double>(frame - start));
                float* at = motion.joint(frame, 0, joint);
                at[0] = static_cast<float>(0.3 * joint + (action == 1 && joint == joints - 1 ? 0.6 : 0) +
                                           0.01 * index);
                at[1] = static_cast<float>(0.2 * joint + (action == 0 && joint == 1 ? 0.5 + 0.1 * swing : 0));
                at[2] = static_cast<float>(2 + 0.02 * swing);
            }
        }
        start = end;
    }
    return {std::move(motion), std::move(intervals)};
}

inline Result<void> write_untrimmed_dataset(const Path& file, int sequences, bool labelled = true,
                                            std::int64_t frames = 180, int joints = 6) {
    DatasetInfo info;
    info.name = "untrimmed";
    info.layout = anonymous_layout(joints);
    if (labelled) info.class_names = {"wave", "turn"};
    KINELENS_TRY(writer, DatasetWriter::create(file, info));
    for (int i = 0; i < sequences; ++i) {
        SequenceInfo sequence;
        sequence.name = "recording" + std::to_string(i);
        sequence.subject = i % 4;
        auto [motion, intervals] = untrimmed(i, frames + i, joints);
        KINELENS_CHECK(writer.append(sequence, motion, labelled ? intervals : std::vector<Interval>{}));
    }
    return writer.finish();
}

} // namespace kinelens::testing
