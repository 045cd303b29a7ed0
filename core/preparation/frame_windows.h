// Windows of untrimmed recordings as dense prediction takes them: every output frame belongs to one frame of
// the recording, so null frames stay where they are.
#pragma once

#include "core/preparation/augmentation.h"
#include "core/preparation/stream.h"

namespace kinelens {

struct WindowShape {
    SkeletonLayout layout;              // the encoder's
    std::vector<int> joints;            // joint_map() of the recording's layout; empty: the same joints
    NormalisationOptions normalisation; // its `up` is the recording's
    std::int64_t frames = 64;           // T
    Stream stream = Stream::joint;
};

// What makes a training window another one.
struct WindowChange {
    bool mirror = false; // left and right exchanged
    double turn = 0;     // radians about the vertical
    double size = 1;
    ShearDraw shear;
};

// `motion` holds at least one and at most `length` frames; its last is repeated up to `length`, and all are
// resampled to T.
Clip window_clip(Motion motion, std::int64_t length, const WindowShape& shape,
                 const WindowChange* change = nullptr);

// For every class the one that its mirror image shows: "left punch" for "right punch", itself for names
// without a side, -1 where the other side has no class.
std::vector<int> mirrored_classes(const std::vector<std::string>& names);

inline constexpr std::int64_t no_frame = -100; // a label that no loss counts

// The labels of the T outputs of frames [first, first + length): those of the nearest frames, `no_frame`
// behind the end.
std::vector<std::int64_t> window_labels(const std::vector<std::int64_t>& labels, std::int64_t first,
                                        std::int64_t length, std::int64_t outputs);

} // namespace kinelens
