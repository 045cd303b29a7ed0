#include "viz/scene/motion_extent.h"

#include <algorithm>
#include <cmath>

namespace kinelens::viz {
namespace {

struct Range {
    float low = 0;
    float high = 0;
};

Range inner_range(std::vector<float>& values) {
    const auto cut = static_cast<std::ptrdiff_t>(values.size() / 200);
    std::nth_element(values.begin(), values.begin() + cut, values.end());
    const float low = values[static_cast<std::size_t>(cut)];
    const auto last = static_cast<std::ptrdiff_t>(values.size()) - 1 - cut;
    std::nth_element(values.begin(), values.begin() + last, values.end());
    return {low, values[static_cast<std::size_t>(last)]};
}

// At most about this many frames are looked at: enough for any camera.
constexpr std::int64_t frames_looked_at = 400;

Point facing_of(const Motion& motion, const SkeletonLayout& layout, const std::string& up) {
    if (layout.left_shoulder < 0 || layout.right_shoulder < 0) return {0, 0, 1};
    for (std::int64_t frame = 0; frame < motion.frames; ++frame)
        for (int body = 0; body < motion.bodies; ++body) {
            if (!joint_seen(motion, frame, body, layout.left_shoulder) ||
                !joint_seen(motion, frame, body, layout.right_shoulder))
                continue;
            const Point left = to_scene(motion.joint(frame, body, layout.left_shoulder), up);
            const Point right = to_scene(motion.joint(frame, body, layout.right_shoulder), up);
            const Point facing{right[2] - left[2], 0, left[0] - right[0]}; // up × (right - left)
            const float size = std::hypot(facing[0], facing[2]);
            if (size > 0.01f) return {facing[0] / size, 0, facing[2] / size};
        }
    return {0, 0, 1};
}

} // namespace

MotionExtent motion_extent(const Motion& motion, const SkeletonLayout& layout, const std::string& up) {
    std::array<std::vector<float>, 3> values;
    const int joints = std::min(motion.joints, layout.joint_count());
    const std::int64_t stride = std::max<std::int64_t>(1, motion.frames / frames_looked_at);
    for (std::int64_t frame = 0; frame < motion.frames; frame += stride)
        for (int body = 0; body < motion.bodies; ++body)
            for (int joint = 0; joint < joints; ++joint) {
                if (!joint_seen(motion, frame, body, joint)) continue;
                const Point point = to_scene(motion.joint(frame, body, joint), up);
                for (std::size_t axis = 0; axis < 3; ++axis) values[axis].push_back(point[axis]);
            }
    MotionExtent extent;
    if (values[0].empty()) return extent;
    float diagonal = 0;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const Range range = inner_range(values[axis]);
        extent.centre[axis] = (range.low + range.high) / 2;
        diagonal += (range.high - range.low) * (range.high - range.low);
        if (axis == 1) extent.floor = range.low - 0.03f;
    }
    extent.radius = std::max(0.3f, std::sqrt(diagonal) / 2 + 0.1f);
    extent.facing = facing_of(motion, layout, up);
    return extent;
}

} // namespace kinelens::viz
