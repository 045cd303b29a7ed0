// The nearest gallery rows of each query, and what they vote for.
#pragma once

#include "core/foundation/result.h"
#include "core/neighbours/neighbour_choices.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace kinelens {

// Rows of float32 features that somebody else holds: (rows, dimension), row-major.
struct FeatureRows {
    const float* data = nullptr;
    std::int64_t rows = 0;
    std::int64_t dimension = 0;
    const float* row(std::int64_t index) const { return data + index * dimension; }
};

struct Neighbours {
    std::int64_t k = 0;
    std::vector<std::int32_t> indices; // (N, k): rows of the gallery, nearest first, of equals the lower row
    std::vector<float> distances;      // (N, k)
};

// Every distance by blocked matrix products in float32; the best few of each query again in float64, so that
// rounding in the blocks decides nothing. k is lowered to the gallery's rows. Asked to stop, it leaves the
// queries undone that it has not begun: whoever asks must not use what comes back. Preconditions: equal
// dimensions, at least one gallery row.
Neighbours exact_neighbours(const FeatureRows& queries, const FeatureRows& gallery, std::int64_t k,
                            Distance distance, unsigned threads, const std::stop_token& stop = {});

// How many gallery rows are nearer to each query than each of its candidates, (queries, width) both. In
// float32: rows as far as the candidate to a few units in the last place may count or not. A stop as above.
std::vector<std::int64_t> exact_ranks(const FeatureRows& queries, const FeatureRows& gallery,
                                      std::span<const std::int32_t> candidates, Distance distance,
                                      unsigned threads, const std::stop_token& stop = {});

struct GraphOptions {
    int links = 16;          // of each row to others (M)
    int build_effort = 200;  // candidates looked at when a row is linked in (efConstruction)
    int search_effort = 100; // candidates looked at for a query (ef)
};

struct ApproximateNeighbours {
    Neighbours found;
    double recall = 0;               // share of the true k nearest that was found,
    std::int64_t recall_queries = 0; // measured on this many of the queries
};

// By a hierarchical navigable small-world graph; the same in every run. Recall is measured against
// exact_neighbours() on up to `recall_queries` evenly spaced queries. out_of_memory, cancelled.
Result<ApproximateNeighbours> approximate_neighbours(const FeatureRows& queries, const FeatureRows& gallery,
                                                     std::int64_t k, Distance distance,
                                                     const GraphOptions& options, unsigned threads,
                                                     std::int64_t recall_queries = 200,
                                                     const std::stop_token& stop = {});

// The label most of the first `voters` neighbours have, of equally many the smallest.
std::vector<std::int32_t> voted_labels(const Neighbours& neighbours, std::int64_t voters,
                                       std::span<const std::int32_t> gallery_labels);

} // namespace kinelens
