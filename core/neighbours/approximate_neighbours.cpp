#include "core/foundation/parallel.h"
#include "core/neighbours/candidates.h"

#include <hnswlib/hnswlib.h>

#include <algorithm>
#include <memory>
#include <new>
#include <numeric>
#include <set>

namespace kinelens {
namespace {

using Graph = hnswlib::HierarchicalNSW<float>;

std::unique_ptr<hnswlib::SpaceInterface<float>> space_of(std::int64_t dimension, Distance distance) {
    const auto size = static_cast<std::size_t>(dimension);
    if (distance == Distance::cosine) return std::make_unique<hnswlib::InnerProductSpace>(size);
    return std::make_unique<hnswlib::L2Space>(size);
}

// Linked in one after the other: with several threads the graph would depend on their timing.
void build(Graph& graph, const std::vector<float>& values, const FeatureRows& gallery,
           const std::stop_token& stop) {
    for (std::int64_t i = 0; i < gallery.rows && !stop.stop_requested(); ++i)
        graph.addPoint(values.data() + i * gallery.dimension, static_cast<hnswlib::labeltype>(i));
}

std::vector<std::int32_t> every_row(const FeatureRows& gallery) {
    std::vector<std::int32_t> rows(static_cast<std::size_t>(gallery.rows));
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

Neighbours search(const Graph& graph, const FeatureRows& queries, const FeatureRows& gallery, std::int64_t k,
                  Distance distance, unsigned threads, const std::stop_token& stop) {
    const auto values = neighbour_search::prepared(queries, distance);
    auto found = neighbour_search::room_for(queries.rows, k);
    parallel_for(static_cast<std::size_t>(queries.rows), threads, [&](std::size_t query) {
        if (stop.stop_requested()) return;
        const float* at = values.data() + query * static_cast<std::size_t>(queries.dimension);
        auto nearest = graph.searchKnn(at, static_cast<std::size_t>(k));
        std::vector<std::int32_t> rows;
        for (; !nearest.empty(); nearest.pop())
            rows.push_back(static_cast<std::int32_t>(nearest.top().second));
        if (static_cast<std::int64_t>(rows.size()) < k) rows = every_row(gallery); // a part the graph cut off
        neighbour_search::keep_nearest(found, static_cast<std::int64_t>(query), queries, gallery, rows,
                                       distance);
    });
    return found;
}

void measure_recall(ApproximateNeighbours& result, const FeatureRows& queries, const FeatureRows& gallery,
                    Distance distance, unsigned threads, std::int64_t most) {
    const std::int64_t k = result.found.k;
    const std::int64_t count = std::min(most, queries.rows);
    std::int64_t hits = 0;
    std::vector<float> rows;
    std::vector<std::int64_t> chosen;
    for (std::int64_t i = 0; i < count; ++i) {
        chosen.push_back(part_begin(queries.rows, static_cast<int>(i), static_cast<int>(count)));
        rows.insert(rows.end(), queries.row(chosen.back()), queries.row(chosen.back()) + queries.dimension);
    }
    const auto exact =
        exact_neighbours({rows.data(), count, queries.dimension}, gallery, k, distance, threads);
    for (std::int64_t i = 0; i < count; ++i) {
        const auto* truth = exact.indices.data() + i * k;
        const auto* mine = result.found.indices.data() + chosen[static_cast<std::size_t>(i)] * k;
        const std::set<std::int32_t> wanted(truth, truth + k);
        hits += std::count_if(mine, mine + k, [&](std::int32_t row) { return wanted.contains(row); });
    }
    result.recall_queries = count;
    result.recall = count > 0 ? static_cast<double>(hits) / static_cast<double>(count * k) : 1;
}

} // namespace

Result<ApproximateNeighbours> approximate_neighbours(const FeatureRows& queries, const FeatureRows& gallery,
                                                     std::int64_t k, Distance distance,
                                                     const GraphOptions& options, unsigned threads,
                                                     std::int64_t recall_queries,
                                                     const std::stop_token& stop) {
    k = std::min(k, gallery.rows);
    try {
        const auto space = space_of(gallery.dimension, distance);
        Graph graph(space.get(), static_cast<std::size_t>(gallery.rows),
                    static_cast<std::size_t>(options.links), static_cast<std::size_t>(options.build_effort));
        build(graph, neighbour_search::prepared(gallery, distance), gallery, stop);
        graph.setEf(static_cast<std::size_t>(std::max<std::int64_t>(options.search_effort, k)));
        ApproximateNeighbours result;
        result.found = search(graph, queries, gallery, k, distance, threads, stop);
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "search");
        measure_recall(result, queries, gallery, distance, threads, recall_queries);
        return result;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::out_of_memory, "search", "fewer links, or the exact search");
    } catch (const std::exception& error) {
        return fail(ErrorCode::internal, "search", error.what());
    }
}

} // namespace kinelens
