#include "core/neighbours/candidates.h"

#include "core/foundation/vector_code.h"

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

namespace {

struct Sums {
    double product = 0, squares_a = 0, squares_b = 0;
};

KINELENS_VECTOR_CODE Sums sums_of(const float* a, const float* b, std::int64_t dimension) {
    double product = 0, squares_a = 0, squares_b = 0;
#pragma omp simd reduction(+ : product, squares_a, squares_b)
    for (std::int64_t d = 0; d < dimension; ++d) {
        const double x = double(a[d]), y = double(b[d]);
        product += x * y;
        squares_a += x * x;
        squares_b += y * y;
    }
    return {product, squares_a, squares_b};
}

KINELENS_VECTOR_CODE double squared_distance(const float* a, const float* b, std::int64_t dimension) {
    double sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::int64_t d = 0; d < dimension; ++d) {
        const double apart = double(a[d]) - double(b[d]);
        sum += apart * apart;
    }
    return sum;
}

double cosine(const Sums& sums) {
    return sums.product /
           (std::max(std::sqrt(sums.squares_a), 1e-12) * std::max(std::sqrt(sums.squares_b), 1e-12));
}

} // namespace

double true_distance(const float* a, const float* b, std::int64_t dimension, Distance distance) {
    if (distance == Distance::euclidean) return std::sqrt(squared_distance(a, b, dimension));
    return 1 - cosine(sums_of(a, b, dimension));
}

float true_score(const float* query, const float* row, std::int64_t dimension, Distance distance) {
    const Sums sums = sums_of(query, row, dimension);
    return static_cast<float>(distance == Distance::euclidean ? sums.squares_b / 2 - sums.product
                                                              : -cosine(sums));
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
