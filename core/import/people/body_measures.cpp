#include "core/import/people/body_measures.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

// Of each axis, over all joints of all tracked frames; `about_middle`: of the figure alone.
std::array<double, 3> variances(const Motion& motion, int body, bool about_middle) {
    std::array<double, 3> found{};
    for (int axis = 0; axis < 3; ++axis) {
        double sum = 0;
        double squares = 0;
        double count = 0;
        double within = 0; // sums of squares about each frame's middle
        for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
            if (!motion.is_tracked(frame, body)) continue;
            double frame_sum = 0;
            double frame_squares = 0;
            for (int joint = 0; joint < motion.joints; ++joint) {
                const double value = motion.joint(frame, body, joint)[axis];
                frame_sum += value;
                frame_squares += value * value;
            }
            within += frame_squares - frame_sum * frame_sum / motion.joints;
            sum += frame_sum;
            squares += frame_squares;
            count += motion.joints;
        }
        if (count == 0) continue;
        const double variance = about_middle ? within / count : squares / count - sum / count * (sum / count);
        found[static_cast<std::size_t>(axis)] = std::max(0.0, variance);
    }
    return found;
}

double extent(const Motion& motion, std::int64_t frame, int body, int axis) {
    double least = motion.joint(frame, body, 0)[axis];
    double most = least;
    for (int joint = 1; joint < motion.joints; ++joint) {
        const double value = motion.joint(frame, body, joint)[axis];
        least = std::min(least, value);
        most = std::max(most, value);
    }
    return most - least;
}

} // namespace

double body_energy(const Motion& motion, int body) {
    double total = 0;
    for (const double variance : variances(motion, body, false)) total += std::sqrt(variance);
    return total;
}

double joint_variance(const Motion& motion, int body) {
    const auto [x, y, z] = variances(motion, body, false);
    return x + y + z;
}

double figure_variance(const Motion& motion, int body) {
    const auto [x, y, z] = variances(motion, body, true);
    return x + y + z;
}

double wide_share(const Motion& motion, int body) {
    double wide = 0;
    double frames = 0;
    for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
        if (!motion.is_tracked(frame, body)) continue;
        wide += extent(motion, frame, body, 0) > 0.8 * extent(motion, frame, body, 1) ? 1 : 0;
        ++frames;
    }
    return frames > 0 ? wide / frames : 0;
}

} // namespace kinelens
