#include "core/neighbours/candidates.h"

#include <algorithm>
#include <cmath>

namespace kinelens::neighbour_search {

std::vector<float> prepared(const FeatureRows& rows, Distance distance) {
    std::vector<float> copy(rows.data, rows.data + rows.rows * rows.dimension);
    if (distance == Distance::euclidean) return copy;
    for (std::int64_t i = 0; i < rows.rows; ++i) {
        float* row = copy.data() + i * rows.dimension;
        double squares = 0;
        for (std::int64_t d = 0; d < rows.dimension; ++d) squares += double(row[d]) * double(row[d]);
        const double length = std::max(std::sqrt(squares), 1e-12);
        for (std::int64_t d = 0; d < rows.dimension; ++d) row[d] = static_cast<float>(row[d] / length);
    }
    return copy;
}

double true_distance(const float* a, const float* b, std::int64_t dimension, Distance distance) {
    double product = 0, squares_a = 0, squares_b = 0, apart = 0;
    for (std::int64_t d = 0; d < dimension; ++d) {
        const double x = a[d], y = b[d];
        product += x * y;
        squares_a += x * x;
        squares_b += y * y;
        apart += (x - y) * (x - y);
    }
    if (distance == Distance::euclidean) return std::sqrt(apart);
    return 1 - product / (std::max(std::sqrt(squares_a), 1e-12) * std::max(std::sqrt(squares_b), 1e-12));
}

void keep_nearest(Neighbours& out, std::int64_t query, const FeatureRows& queries, const FeatureRows& gallery,
                  std::span<const std::int32_t> candidates, Distance distance) {
    std::vector<std::pair<double, std::int32_t>> order;
    for (const std::int32_t candidate : candidates)
        order.emplace_back(
            true_distance(queries.row(query), gallery.row(candidate), gallery.dimension, distance),
            candidate);
    const auto kept = std::min<std::int64_t>(out.k, static_cast<std::int64_t>(order.size()));
    std::partial_sort(order.begin(), order.begin() + kept, order.end());
    for (std::int64_t i = 0; i < kept; ++i) {
        const auto at = static_cast<std::size_t>(query * out.k + i);
        out.distances[at] = static_cast<float>(order[static_cast<std::size_t>(i)].first);
        out.indices[at] = order[static_cast<std::size_t>(i)].second;
    }
}

Neighbours room_for(std::int64_t queries, std::int64_t k) {
    const auto values = static_cast<std::size_t>(queries * k);
    return {k, std::vector<std::int32_t>(values), std::vector<float>(values)};
}

} // namespace kinelens::neighbour_search
