// What both searches share: cosine distances by unit rows, and true distances of a few candidates.
#pragma once

#include "core/neighbours/neighbours.h"

namespace kinelens::neighbour_search {

// Copies of the rows, for cosine divided by their length (at least 1e-12).
std::vector<float> prepared(const FeatureRows& rows, Distance distance);

// The distance in float64.
double true_distance(const float* a, const float* b, std::int64_t dimension, Distance distance);

// What exact searches order by, rising with the distance: |g|²/2 − q·g, or for cosine −q·g of unit rows.
float true_score(const float* query, const float* row, std::int64_t dimension, Distance distance);

// The k nearest of `candidates` by true distance, then by row, as row `query` of `out`.
void keep_nearest(Neighbours& out, std::int64_t query, const FeatureRows& queries, const FeatureRows& gallery,
                  std::span<const std::int32_t> candidates, Distance distance);

Neighbours room_for(std::int64_t queries, std::int64_t k);

} // namespace kinelens::neighbour_search
