// The nearest of each point among the others.
#pragma once

#include "core/neighbours/neighbours.h"

namespace kinelens {

struct NeighbourGraph {
    std::int64_t k = 0;
    std::vector<std::int32_t> indices; // (N, k), nearest first, never the point itself
    std::vector<float> distances;      // (N, k)
    bool exact = true;
    double recall = 1;               // share of the true nearest that was found,
    std::int64_t recall_queries = 0; // measured on so many points

    std::int64_t points() const { return k > 0 ? static_cast<std::int64_t>(indices.size()) / k : 0; }
};

// Precondition: k < rows. Errors: out_of_memory, cancelled.
Result<NeighbourGraph> neighbour_graph(const FeatureRows& rows, std::int64_t k, Distance distance, bool exact,
                                       unsigned threads, const std::stop_token& stop = {});

// The first k columns.
NeighbourGraph nearest_only(const NeighbourGraph& graph, std::int64_t k);

} // namespace kinelens
