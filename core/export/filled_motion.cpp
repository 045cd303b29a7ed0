#include "core/export/filled_motion.h"

#include <algorithm>

namespace kinelens {
namespace {

// Between two measured frames; -1 where there is none on that side.
void fill_between(Motion& motion, int joint, std::int64_t before, std::int64_t after) {
    for (std::int64_t frame = before + 1; frame < (after < 0 ? motion.frames : after); ++frame) {
        const float* from = motion.joint(before < 0 ? after : before, 0, joint);
        const float* to = motion.joint(after < 0 ? before : after, 0, joint);
        const float share = before < 0 || after < 0
                                ? 0.0f
                                : static_cast<float>(frame - before) / static_cast<float>(after - before);
        for (int axis = 0; axis < 3; ++axis)
            motion.joint(frame, 0, joint)[axis] = from[axis] + share * (to[axis] - from[axis]);
    }
}

// False: it was never measured.
bool fill_joint(Motion& motion, const Motion& given, int joint) {
    std::int64_t last = -1;
    for (std::int64_t frame = 0; frame < given.frames; ++frame) {
        if (!given.is_measured(frame, 0, joint)) continue;
        if (frame > last + 1) fill_between(motion, joint, last, frame);
        last = frame;
    }
    if (last >= 0 && last + 1 < given.frames) fill_between(motion, joint, last, -1);
    return last >= 0;
}

} // namespace

Motion filled(const Motion& given, const SkeletonLayout& layout, const std::string& up) {
    Motion motion = given;
    std::vector<bool> known;
    for (int joint = 0; joint < motion.joints; ++joint) known.push_back(fill_joint(motion, given, joint));
    for (int joint = 0; joint < motion.joints; ++joint) {
        if (known[static_cast<std::size_t>(joint)]) continue;
        int ancestor = layout.parents[static_cast<std::size_t>(joint)];
        while (ancestor >= 0 && !known[static_cast<std::size_t>(ancestor)])
            ancestor = layout.parents[static_cast<std::size_t>(ancestor)];
        if (ancestor < 0) // the root itself: wherever a joint was seen
            ancestor = static_cast<int>(std::ranges::find(known, true) - known.begin());
        for (std::int64_t frame = 0; frame < motion.frames && ancestor < motion.joints; ++frame)
            std::copy_n(motion.joint(frame, 0, ancestor), 3, motion.joint(frame, 0, joint));
    }
    for (std::size_t i = 0; up == "z" && i < motion.positions.size(); i += 3) {
        const float y = motion.positions[i + 1];
        motion.positions[i + 1] = motion.positions[i + 2];
        motion.positions[i + 2] = -y;
    }
    return motion;
}

} // namespace kinelens
