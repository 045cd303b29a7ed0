#include "core/experiment/rank_watch.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kinelens {
namespace {

constexpr std::size_t level_values = 5;
constexpr double fallen_share = 0.5, fallen_below = 8;
constexpr double recovered_share = 0.6, recovered_above = 9;

std::optional<RankFall> fall_in(const std::vector<MetricPoint>& points) {
    std::array<double, level_values> last{};
    std::size_t seen = 0;
    double highest = 0;
    std::optional<RankFall> fall;
    for (const MetricPoint& point : points) {
        if (!std::isfinite(point.value)) continue;
        last[seen++ % level_values] = point.value;
        if (seen < level_values) continue;
        auto sorted = last;
        std::nth_element(sorted.begin(), sorted.begin() + level_values / 2, sorted.end());
        const double level = sorted[level_values / 2];
        if (!fall && level < fallen_share * highest && level < fallen_below)
            fall = RankFall{{}, point.step, point.epoch, highest, level, level};
        else if (fall && (level > recovered_share * highest || level > recovered_above))
            fall.reset();
        if (fall) fall->now = level;
        highest = std::max(highest, level);
    }
    return fall;
}

} // namespace

std::vector<RankFall> rank_falls(const RunHistory& history) {
    std::vector<RankFall> falls;
    for (const char* domain : {"temporal", "spatial", "instance"}) {
        const auto found = history.series().find(std::string("effective_rank_") + domain);
        if (found == history.series().end()) continue;
        if (auto fall = fall_in(found->second)) {
            fall->domain = domain;
            falls.push_back(*fall);
        }
    }
    return falls;
}

} // namespace kinelens
