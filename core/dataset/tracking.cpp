#include "core/dataset/tracking.h"

#include <algorithm>

namespace kinelens {

void track_by_position(Motion& motion) {
    const std::size_t size = static_cast<std::size_t>(motion.joints) * 3;
    for (std::int64_t frame = 0; frame < motion.frames; ++frame)
        for (int body = 0; body < motion.bodies; ++body) {
            const float* first = motion.joint(frame, body, 0);
            motion.set_tracked(frame, body,
                               std::any_of(first, first + size, [](float value) { return value != 0.0f; }));
        }
}

} // namespace kinelens
