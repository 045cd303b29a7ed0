#include "core/import/people/most_energetic.h"

#include "core/dataset/motion_parts.h"
#include "core/import/people/body_measures.h"

#include <algorithm>

namespace kinelens {
Motion keep_bodies(const Motion& motion, int keep) {
    std::vector<std::pair<double, int>> order;
    order.reserve(static_cast<std::size_t>(motion.bodies));
    for (int body = 0; body < motion.bodies; ++body) order.emplace_back(body_energy(motion, body), body);
    // Of bodies without energy the first places stay, so that a single still body keeps its own.
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    order.resize(static_cast<std::size_t>(std::min(keep, motion.bodies)));
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    std::vector<int> chosen;
    for (const auto& [most, body] : order) chosen.push_back(body);
    return with_bodies(motion, chosen, keep);
}

} // namespace kinelens
