#include "core/import/ntu_bodies.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

double energy(const Motion& motion, int body) {
    double total = 0;
    for (int axis = 0; axis < 3; ++axis) {
        double sum = 0;
        double squares = 0;
        double count = 0;
        for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
            if (!motion.is_tracked(frame, body)) continue;
            for (int joint = 0; joint < motion.joints; ++joint) {
                const double value = motion.joint(frame, body, joint)[axis];
                sum += value;
                squares += value * value;
            }
            count += motion.joints;
        }
        if (count > 0) total += std::sqrt(std::max(0.0, squares / count - sum / count * (sum / count)));
    }
    return total;
}

} // namespace

Motion keep_bodies(const Motion& motion, int keep) {
    std::vector<std::pair<double, int>> order;
    order.reserve(static_cast<std::size_t>(motion.bodies));
    for (int body = 0; body < motion.bodies; ++body) order.emplace_back(energy(motion, body), body);
    // Of bodies without energy the first places stay, so that a single still body keeps its own.
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    order.resize(static_cast<std::size_t>(std::min(keep, motion.bodies)));
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    Motion kept(motion.frames, keep, motion.joints);
    if (!motion.body_ids.empty()) kept.body_ids.resize(static_cast<std::size_t>(motion.frames * keep));
    for (std::int64_t frame = 0; frame < motion.frames; ++frame)
        for (std::size_t place = 0; place < order.size(); ++place) {
            const int body = order[place].second;
            const int target = static_cast<int>(place);
            std::copy_n(motion.joint(frame, body, 0), motion.joints * 3, kept.joint(frame, target, 0));
            kept.set_tracked(frame, target, motion.is_tracked(frame, body));
            if (!motion.body_ids.empty())
                kept.body_ids[static_cast<std::size_t>(frame * keep + target)] =
                    motion.body_ids[static_cast<std::size_t>(frame * motion.bodies + body)];
        }
    return kept;
}

} // namespace kinelens
