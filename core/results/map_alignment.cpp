#include "core/results/map_alignment.h"

#include <cmath>
#include <unordered_map>

namespace kinelens {
namespace {

struct Mean {
    double x = 0, y = 0;
};

Mean mean_of(std::span<const float> points) {
    Mean mean;
    for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
        mean.x += static_cast<double>(points[i]);
        mean.y += static_cast<double>(points[i + 1]);
    }
    const auto count = static_cast<double>(points.size()) / 2;
    return {mean.x / count, mean.y / count};
}

std::string key_of(const Embedding& embedding, std::size_t row) {
    return embedding.frames.empty() ? embedding.names[row]
                                    : embedding.names[row] + '\n' + std::to_string(embedding.frames[row]);
}

} // namespace

std::array<float, 2> PlaneSimilarity::operator()(float px, float py) const {
    const auto a = static_cast<double>(px), b = static_cast<double>(py);
    return {static_cast<float>(matrix[0] * a + matrix[1] * b + x),
            static_cast<float>(matrix[2] * a + matrix[3] * b + y)};
}

// In the plane the best rotation has the direction (Mxx + Myy, Myx − Mxy) of the cross-covariance M, the
// best reflection (Mxx − Myy, Myx + Mxy); the longer of the two explains more.
PlaneSimilarity procrustes(std::span<const float> from, std::span<const float> to) {
    const Mean a = mean_of(from), b = mean_of(to);
    double xx = 0, xy = 0, yx = 0, yy = 0, from_spread = 0, to_spread = 0;
    for (std::size_t i = 0; i + 1 < from.size(); i += 2) {
        const double px = static_cast<double>(from[i]) - a.x, py = static_cast<double>(from[i + 1]) - a.y;
        const double qx = static_cast<double>(to[i]) - b.x, qy = static_cast<double>(to[i + 1]) - b.y;
        xx += qx * px;
        xy += qx * py;
        yx += qy * px;
        yy += qy * py;
        from_spread += px * px + py * py;
        to_spread += qx * qx + qy * qy;
    }
    PlaneSimilarity found;
    const double turned = std::hypot(xx + yy, yx - xy), flipped = std::hypot(xx - yy, yx + xy);
    found.mirrored = flipped > turned;
    const double explained = std::max(turned, flipped);
    if (from_spread > 0 && explained > 0) {
        const double scale = 1 / from_spread;
        const double c = (found.mirrored ? xx - yy : xx + yy) * scale,
                     s = (found.mirrored ? yx + xy : yx - xy) * scale;
        found.matrix = found.mirrored ? std::array{c, s, s, -c} : std::array{c, -s, s, c};
        if (to_spread > 0) found.disparity = 1 - explained * explained / (from_spread * to_spread);
    }
    found.x = b.x - found.matrix[0] * a.x - found.matrix[1] * a.y;
    found.y = b.y - found.matrix[2] * a.x - found.matrix[3] * a.y;
    return found;
}

MatchedPoints matched_points(const Embedding& first, const Embedding& second) {
    std::unordered_map<std::string, std::int32_t> row_of;
    row_of.reserve(second.points());
    for (std::size_t i = 0; i < second.points(); ++i)
        row_of.emplace(key_of(second, i), static_cast<std::int32_t>(i));
    MatchedPoints matched;
    for (std::size_t i = 0; i < first.points(); ++i) {
        const auto found = row_of.find(key_of(first, i));
        if (found == row_of.end()) continue;
        matched.first.push_back(static_cast<std::int32_t>(i));
        matched.second.push_back(found->second);
        row_of.erase(found);
    }
    const auto both = static_cast<std::int64_t>(matched.first.size());
    matched.only_first = static_cast<std::int64_t>(first.points()) - both;
    matched.only_second = static_cast<std::int64_t>(second.points()) - both;
    return matched;
}

} // namespace kinelens
