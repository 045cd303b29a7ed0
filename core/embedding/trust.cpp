#include "core/embedding/trust.h"

#include "core/foundation/vector_code.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace kinelens {
namespace {

constexpr std::size_t points_at_once = 128;

std::span<const std::int32_t> nearest(const NeighbourGraph& graph, std::size_t row) {
    return std::span(graph.indices)
        .subspan(row * static_cast<std::size_t>(graph.k), static_cast<std::size_t>(graph.k));
}

bool holds(std::span<const std::int32_t> rows, std::int32_t row) {
    return std::ranges::find(rows, row) != rows.end();
}

// The labelled points, class after class.
struct Classes {
    std::vector<float> x, y;
    std::vector<std::size_t> starts{0}; // of each class; one more
    std::vector<std::size_t> own;       // the class of each point
};

Classes by_class(std::span<const float> coordinates, std::span<const std::int32_t> labels) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (labels[i] >= 0) order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return labels[i]; });
    Classes classes;
    for (std::size_t at = 0; at < order.size(); ++at) {
        if (at > 0 && labels[order[at]] != labels[order[at - 1]]) classes.starts.push_back(at);
        classes.x.push_back(coordinates[2 * order[at]]);
        classes.y.push_back(coordinates[2 * order[at] + 1]);
        classes.own.push_back(classes.starts.size() - 1);
    }
    classes.starts.push_back(order.size());
    return classes;
}

KINELENS_VECTOR_CODE double distances_to(const Classes& classes, float x, float y, std::size_t first,
                                         std::size_t last) {
    const float* xs = classes.x.data();
    const float* ys = classes.y.data();
    double sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::size_t j = first; j < last; ++j) {
        const float dx = x - xs[j], dy = y - ys[j];
        sum += double(std::sqrt(dx * dx + dy * dy));
    }
    return sum;
}

double silhouette_at(const Classes& classes, std::size_t point) {
    const std::size_t own = classes.own[point];
    double inside = 0, outside = std::numeric_limits<double>::infinity();
    for (std::size_t c = 0; c + 1 < classes.starts.size(); ++c) {
        const std::size_t first = classes.starts[c], last = classes.starts[c + 1];
        const auto count = static_cast<double>(last - first) - (c == own ? 1 : 0);
        if (c == own && count == 0) return 0;
        const double mean = distances_to(classes, classes.x[point], classes.y[point], first, last) / count;
        (c == own ? inside : outside) = c == own ? mean : std::min(outside, mean);
    }
    const double greater = std::max(inside, outside);
    return greater > 0 ? (outside - inside) / greater : 0;
}

} // namespace

bool all_on_one_spot(const NeighbourGraph& original) {
    constexpr float rounding = 1e-7F; // of a cosine
    return std::ranges::all_of(original.distances, [](float distance) { return distance <= rounding; });
}

std::vector<float> preservation_of(const NeighbourGraph& original, const NeighbourGraph& map) {
    std::vector<float> shares;
    for (std::size_t row = 0; row < static_cast<std::size_t>(original.points()); ++row) {
        const auto there = nearest(map, row);
        const auto kept =
            std::ranges::count_if(nearest(original, row), [&](std::int32_t j) { return holds(there, j); });
        shares.push_back(static_cast<float>(kept) / static_cast<float>(original.k));
    }
    return shares;
}

std::vector<float> trustworthiness_of(const FeatureRows& features, Distance distance,
                                      const NeighbourGraph& original, const NeighbourGraph& map,
                                      unsigned threads, const std::stop_token& stop) {
    const std::int64_t k = map.k;
    const auto scale = static_cast<double>(k * (2 * features.rows - 3 * k - 1));
    if (scale <= 0) return {};
    // Nearer than the candidate are also the point itself and, for its rank counted from 1, the candidate.
    const auto nearer = exact_ranks(features, features, map.indices, distance, threads, stop);
    if (stop.stop_requested()) return {};
    std::vector<float> trust;
    for (std::size_t row = 0; row < static_cast<std::size_t>(features.rows); ++row) {
        const auto near = nearest(original, row), there = nearest(map, row);
        double lost = 0;
        for (std::size_t i = 0; i < there.size(); ++i)
            if (!holds(near, there[i]))
                lost += static_cast<double>(std::max(nearer[row * there.size() + i] - k, std::int64_t(1)));
        trust.push_back(static_cast<float>(1 - 2 * lost / scale));
    }
    return trust;
}

double silhouette_of(std::span<const float> coordinates, std::span<const std::int32_t> labels,
                     ThreadTeam& team) {
    const Classes classes = by_class(coordinates, labels);
    if (classes.starts.size() < 3) return 0; // one class has no other to be away from
    std::vector<double> sums((classes.x.size() + points_at_once - 1) / points_at_once);
    team.run_parts(classes.x.size(), points_at_once, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) sums[first / points_at_once] += silhouette_at(classes, i);
    });
    return std::accumulate(sums.begin(), sums.end(), 0.0) / static_cast<double>(classes.x.size());
}

double one_nearest_accuracy(const NeighbourGraph& graph, std::span<const std::int32_t> labels) {
    std::int64_t asked = 0, right = 0;
    for (std::size_t row = 0; row < labels.size(); ++row) {
        if (labels[row] < 0) continue;
        const auto near = nearest(graph, row);
        const auto first = std::ranges::find_if(
            near, [&](std::int32_t j) { return labels[static_cast<std::size_t>(j)] >= 0; });
        ++asked;
        if (first != near.end() && labels[static_cast<std::size_t>(*first)] == labels[row]) ++right;
    }
    return asked > 0 ? static_cast<double>(right) / static_cast<double>(asked) : 0;
}

double mean_of(std::span<const float> values) {
    if (values.empty()) return 0;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

} // namespace kinelens
