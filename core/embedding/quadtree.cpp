#include "core/embedding/quadtree.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

constexpr int levels = 31;

// The bits of a 32-bit number with a zero before each.
std::uint64_t spaced(std::uint64_t bits) {
    bits = (bits | bits << 16) & 0x0000ffff0000ffffull;
    bits = (bits | bits << 8) & 0x00ff00ff00ff00ffull;
    bits = (bits | bits << 4) & 0x0f0f0f0f0f0f0f0full;
    bits = (bits | bits << 2) & 0x3333333333333333ull;
    return (bits | bits << 1) & 0x5555555555555555ull;
}

} // namespace

Quadtree::Quadtree(std::span<const float> coordinates) {
    const std::size_t points = coordinates.size() / 2;
    float low[2] = {coordinates[0], coordinates[1]}, high[2] = {coordinates[0], coordinates[1]};
    for (std::size_t i = 0; i < coordinates.size(); i += 2)
        for (std::size_t d = 0; d < 2; ++d) {
            low[d] = std::min(low[d], coordinates[i + d]);
            high[d] = std::max(high[d], coordinates[i + d]);
        }
    side_ = std::max({double(high[0]) - double(low[0]), double(high[1]) - double(low[1]), 1e-30});
    const double scale = (std::exp2(levels) - 1) / side_;
    std::vector<std::pair<std::uint64_t, std::int32_t>> sorted(points);
    for (std::size_t i = 0; i < points; ++i) {
        const auto cell = [&](std::size_t d) {
            return spaced(
                static_cast<std::uint64_t>((double(coordinates[2 * i + d]) - double(low[d])) * scale));
        };
        sorted[i] = {cell(0) | cell(1) << 1, static_cast<std::int32_t>(i)};
    }
    std::sort(sorted.begin(), sorted.end());
    for (const auto& [code, point] : sorted) {
        codes_.push_back(code);
        order_.push_back(point);
    }
    cells_.reserve(2 * points);
    build(coordinates, 0, points, 2 * levels);
}

void Quadtree::build(std::span<const float> coordinates, std::size_t first, std::size_t last, int bits) {
    const std::size_t mine = cells_.size();
    QuadCell cell;
    cell.points = static_cast<double>(last - first);
    for (std::size_t at = first; at < last; ++at) {
        const auto i = static_cast<std::size_t>(order_[at]);
        cell.x += double(coordinates[2 * i]) / cell.points;
        cell.y += double(coordinates[2 * i + 1]) / cell.points;
    }
    for (std::size_t at = first; at < last; ++at) {
        const auto i = static_cast<std::size_t>(order_[at]);
        const double dx = double(coordinates[2 * i]) - cell.x, dy = double(coordinates[2 * i + 1]) - cell.y;
        cell.xx += dx * dx;
        cell.xy += dx * dy;
        cell.yy += dy * dy;
    }
    cell.leaf = bits == 0 || codes_[first] == codes_[last - 1];
    cell.squared_side = std::pow(side_ * std::exp2(bits / 2 - levels), 2);
    cells_.push_back(cell);
    if (!cell.leaf)
        for (std::size_t from = first; from < last;) {
            const std::uint64_t quarter = codes_[from] >> (bits - 2);
            std::size_t to = from;
            while (to < last && codes_[to] >> (bits - 2) == quarter) ++to;
            build(coordinates, from, to, bits - 2);
            from = to;
        }
    cells_[mine].next = cells_.size();
}

} // namespace kinelens
