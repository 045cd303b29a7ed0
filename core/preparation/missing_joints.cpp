#include "core/preparation/missing_joints.h"

#include <algorithm>
#include <queue>

namespace kinelens {
namespace {

// Of one body: fills the joint's gaps from its own measured frames; false if it has none.
bool fill_from_itself(const Motion& motion, int body, int joint, Motion& filled) {
    std::int64_t last = -1;
    const auto fill = [&](std::int64_t frame, std::int64_t before, std::int64_t after) {
        const double share = after == before ? 0 : double(frame - before) / double(after - before);
        const float* a = motion.joint(before, body, joint);
        const float* b = motion.joint(after, body, joint);
        for (int axis = 0; axis < 3; ++axis)
            filled.joint(frame, body, joint)[axis] =
                static_cast<float>((1 - share) * a[axis] + share * b[axis]);
    };
    for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
        if (!motion.is_measured(frame, body, joint)) continue;
        for (std::int64_t gap = last + 1; gap < frame; ++gap)
            if (motion.is_tracked(gap, body)) fill(gap, last < 0 ? frame : last, frame);
        last = frame;
    }
    for (std::int64_t gap = last + 1; last >= 0 && gap < motion.frames; ++gap)
        if (motion.is_tracked(gap, body)) fill(gap, last, last);
    return last >= 0;
}

// For every joint the nearest one along the bones that is known; -1 where none is.
std::vector<int> nearest_known(const std::vector<bool>& known, const SkeletonLayout& layout) {
    std::vector<int> nearest(known.size(), -1);
    std::queue<int> open;
    for (std::size_t joint = 0; joint < known.size(); ++joint)
        if (known[joint]) {
            nearest[joint] = static_cast<int>(joint);
            open.push(static_cast<int>(joint));
        }
    const auto visit = [&](int joint, int from) {
        if (nearest[static_cast<std::size_t>(joint)] >= 0) return;
        nearest[static_cast<std::size_t>(joint)] = nearest[static_cast<std::size_t>(from)];
        open.push(joint);
    };
    for (; !open.empty(); open.pop()) {
        const int from = open.front();
        const int parent = layout.parents[static_cast<std::size_t>(from)];
        if (parent >= 0) visit(parent, from);
        for (std::size_t child = 0; child < layout.parents.size(); ++child)
            if (layout.parents[child] == from) visit(static_cast<int>(child), from);
    }
    // Parts of the skeleton that no bone joins to a known joint.
    const auto any = std::ranges::find(known, true);
    for (int& joint : nearest)
        if (joint < 0 && any != known.end()) joint = static_cast<int>(any - known.begin());
    return nearest;
}

void follow_others(Motion& filled, int body, const std::vector<bool>& known, const SkeletonLayout& layout) {
    const auto nearest = nearest_known(known, layout);
    for (std::int64_t frame = 0; frame < filled.frames; ++frame)
        for (int joint = 0; joint < filled.joints && filled.is_tracked(frame, body); ++joint)
            if (const int other = nearest[static_cast<std::size_t>(joint)]; other >= 0 && other != joint)
                std::copy_n(filled.joint(frame, body, other), 3, filled.joint(frame, body, joint));
}

// Width and height of the picture, or of what the positions span.
std::array<double, 2> picture_size(const Motion& motion) {
    if (motion.image_size[0] > 0 && motion.image_size[1] > 0)
        return {double(motion.image_size[0]), double(motion.image_size[1])};
    std::array<double, 2> size{1, 1};
    for (std::size_t i = 0; i < motion.positions.size(); i += 3)
        for (std::size_t axis = 0; axis < 2; ++axis)
            size[axis] = std::max(size[axis], double(motion.positions[i + axis]));
    return size;
}

} // namespace

bool has_missing_joints(const Motion& motion) {
    if (motion.confidence.empty()) return false;
    for (std::int64_t frame = 0; frame < motion.frames; ++frame)
        for (int body = 0; body < motion.bodies; ++body)
            for (int joint = 0; joint < motion.joints && motion.is_tracked(frame, body); ++joint)
                if (!motion.is_measured(frame, body, joint)) return true;
    return false;
}

Motion fill_missing_joints(const Motion& motion, const SkeletonLayout& layout) {
    Motion filled = motion;
    filled.confidence.clear();
    for (int body = 0; body < motion.bodies; ++body) {
        std::vector<bool> known(static_cast<std::size_t>(motion.joints));
        for (int joint = 0; joint < motion.joints; ++joint)
            known[static_cast<std::size_t>(joint)] = fill_from_itself(motion, body, joint, filled);
        if (std::ranges::find(known, false) != known.end()) follow_others(filled, body, known, layout);
    }
    return filled;
}

Motion in_picture_units(const Motion& motion) {
    Motion scaled = motion;
    const auto [width, height] = picture_size(motion);
    for (std::int64_t frame = 0; frame < motion.frames; ++frame)
        for (int body = 0; body < motion.bodies; ++body)
            for (int joint = 0; joint < motion.joints; ++joint) {
                if (!motion.is_measured(frame, body, joint)) continue;
                float* at = scaled.joint(frame, body, joint);
                at[0] = static_cast<float>((double(at[0]) - width / 2) / (height / 2));
                at[1] = static_cast<float>((height / 2 - double(at[1])) / (height / 2));
            }
    return scaled;
}

} // namespace kinelens
