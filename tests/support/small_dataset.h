// A small dataset file for tests: one body of a few joints that swing, with two classes and few subjects.
#pragma once

#include "core/dataset/dataset_writer.h"

#include <cmath>
#include <string>

namespace kinelens::testing {

inline Motion swinging(int index, int joints) {
    Motion motion(20 + index % 7, 1, joints);
    for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
        motion.set_tracked(frame, 0, true);
        for (int joint = 0; joint < joints; ++joint) {
            const double phase = 0.2 * static_cast<double>(frame) * (1 + index % 3) + joint + 0.1 * index;
            float* at = motion.joint(frame, 0, joint);
            at[0] = static_cast<float>(0.3 * std::sin(phase));
            at[1] = static_cast<float>(0.2 * joint + 0.1 * std::cos(phase));
            at[2] = static_cast<float>(2 + 0.05 * std::sin(2 * phase));
        }
    }
    return motion;
}

inline Result<void> write_small_dataset(const Path& file, int sequences, int joints = 6, int subjects = 2) {
    DatasetInfo info;
    info.name = "small";
    info.layout = anonymous_layout(joints);
    KINELENS_TRY(writer, DatasetWriter::create(file, info));
    for (int i = 0; i < sequences; ++i) {
        SequenceInfo sequence;
        sequence.name = "sequence" + std::to_string(i);
        sequence.label = writer.class_index(i % 2 == 0 ? "even" : "odd");
        sequence.subject = i % subjects;
        KINELENS_CHECK(writer.append(sequence, swinging(i, joints)));
    }
    return writer.finish();
}

} // namespace kinelens::testing
