#include "core/embedding/neighbour_graph.h"

#include <algorithm>

namespace kinelens {
namespace {

// A point is its own nearest; where others lie on the same spot it may not be among those found at all, and
// then the farthest is left out instead.
NeighbourGraph without_itself(const Neighbours& found) {
    NeighbourGraph graph;
    graph.k = found.k - 1;
    const auto width = static_cast<std::size_t>(found.k);
    for (std::size_t row = 0; row * width < found.indices.size(); ++row) {
        const auto begin = found.indices.begin() + static_cast<std::ptrdiff_t>(row * width);
        const auto itself = std::find(begin, begin + found.k - 1, static_cast<std::int32_t>(row)) - begin;
        for (std::ptrdiff_t i = 0; i < found.k; ++i) {
            if (i == itself) continue;
            graph.indices.push_back(begin[i]);
            graph.distances.push_back(found.distances[row * width + static_cast<std::size_t>(i)]);
        }
    }
    return graph;
}

} // namespace

Result<NeighbourGraph> neighbour_graph(const FeatureRows& rows, std::int64_t k, Distance distance, bool exact,
                                       unsigned threads, const std::stop_token& stop) {
    if (exact) {
        const auto found = exact_neighbours(rows, rows, k + 1, distance, threads, stop);
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "search");
        return without_itself(found);
    }
    GraphOptions options;
    options.search_effort = static_cast<int>(std::max<std::int64_t>(2 * k, options.search_effort));
    KINELENS_TRY(found, approximate_neighbours(rows, rows, k + 1, distance, options, threads, 200, stop));
    auto graph = without_itself(found.found);
    graph.exact = false;
    graph.recall = found.recall;
    graph.recall_queries = found.recall_queries;
    return graph;
}

NeighbourGraph nearest_only(const NeighbourGraph& graph, std::int64_t k) {
    NeighbourGraph kept;
    kept.k = std::min(k, graph.k);
    kept.exact = graph.exact;
    for (std::int64_t row = 0; row < graph.points(); ++row) {
        const auto first = static_cast<std::ptrdiff_t>(row * graph.k);
        kept.indices.insert(kept.indices.end(), graph.indices.begin() + first,
                            graph.indices.begin() + first + kept.k);
        kept.distances.insert(kept.distances.end(), graph.distances.begin() + first,
                              graph.distances.begin() + first + kept.k);
    }
    return kept;
}

} // namespace kinelens
