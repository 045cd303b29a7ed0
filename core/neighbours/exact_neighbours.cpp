#define EIGEN_DONT_PARALLELIZE // the blocks are: one a thread
#include "core/foundation/parallel.h"
#include "core/neighbours/candidates.h"

#include <Eigen/Core>

namespace kinelens {
namespace {

using Rows = Eigen::Map<const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>;
using Block = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr std::int64_t query_block = 128;
constexpr std::int64_t gallery_block = 1024;
constexpr std::int64_t spare = 8; // candidates beyond k whose order float32 may have mistaken

using Candidate = std::pair<float, std::int32_t>; // a number that rises with the distance; the row

// The `most` smallest seen so far: a heap with the largest of them in front.
void offer(std::vector<Candidate>& heap, std::size_t most, Candidate candidate) {
    if (heap.size() < most) {
        heap.push_back(candidate);
        std::push_heap(heap.begin(), heap.end());
    } else if (candidate < heap.front()) {
        std::pop_heap(heap.begin(), heap.end());
        heap.back() = candidate;
        std::push_heap(heap.begin(), heap.end());
    }
}

struct Search {
    const FeatureRows& queries;
    const FeatureRows& gallery;
    Distance distance;
    std::vector<float> query_values, gallery_values;
    std::vector<float> squares; // half of each gallery row's |g|² for euclidean, otherwise 0
    Neighbours found;

    void run(std::int64_t first) {
        const std::int64_t count = std::min(query_block, queries.rows - first);
        const Rows mine(query_values.data() + first * queries.dimension, count, queries.dimension);
        const auto most = static_cast<std::size_t>(std::min(found.k + spare, gallery.rows));
        std::vector<std::vector<Candidate>> heaps(static_cast<std::size_t>(count));
        Block products;
        for (std::int64_t start = 0; start < gallery.rows; start += gallery_block) {
            const std::int64_t size = std::min(gallery_block, gallery.rows - start);
            const Rows theirs(gallery_values.data() + start * gallery.dimension, size, gallery.dimension);
            products.noalias() = mine * theirs.transpose();
            for (std::int64_t q = 0; q < count; ++q)
                for (std::int64_t g = 0; g < size; ++g)
                    offer(heaps[static_cast<std::size_t>(q)], most,
                          {squares[static_cast<std::size_t>(start + g)] - products(q, g),
                           static_cast<std::int32_t>(start + g)});
        }
        for (std::int64_t q = 0; q < count; ++q) settle(first + q, heaps[static_cast<std::size_t>(q)]);
    }

    void settle(std::int64_t query, const std::vector<Candidate>& heap) {
        std::vector<std::int32_t> rows;
        for (const Candidate& candidate : heap) rows.push_back(candidate.second);
        neighbour_search::keep_nearest(found, query, queries, gallery, rows, distance);
    }
};

// |q − g|² = |q|² − 2(q·g − |g|²/2): the query's own length does not change the order.
std::vector<float> half_squares(const FeatureRows& rows, Distance distance) {
    std::vector<float> halves(static_cast<std::size_t>(rows.rows));
    for (std::int64_t i = 0; distance == Distance::euclidean && i < rows.rows; ++i) {
        double squares = 0;
        for (std::int64_t d = 0; d < rows.dimension; ++d)
            squares += double(rows.row(i)[d]) * double(rows.row(i)[d]);
        halves[static_cast<std::size_t>(i)] = static_cast<float>(squares / 2);
    }
    return halves;
}

} // namespace

Neighbours exact_neighbours(const FeatureRows& queries, const FeatureRows& gallery, std::int64_t k,
                            Distance distance, unsigned threads) {
    k = std::min(k, gallery.rows);
    Search search{queries,
                  gallery,
                  distance,
                  neighbour_search::prepared(queries, distance),
                  neighbour_search::prepared(gallery, distance),
                  half_squares(gallery, distance),
                  neighbour_search::room_for(queries.rows, k)};
    const auto blocks = static_cast<std::size_t>((queries.rows + query_block - 1) / query_block);
    parallel_for(blocks, threads,
                 [&](std::size_t block) { search.run(static_cast<std::int64_t>(block) * query_block); });
    return std::move(search.found);
}

std::vector<std::int32_t> voted_labels(const Neighbours& neighbours, std::int64_t voters,
                                       std::span<const std::int32_t> gallery_labels) {
    std::vector<std::int32_t> labels;
    for (std::size_t at = 0; neighbours.k > 0 && at < neighbours.indices.size();
         at += static_cast<std::size_t>(neighbours.k)) {
        std::vector<std::int32_t> votes;
        for (std::int64_t i = 0; i < std::min(voters, neighbours.k); ++i)
            votes.push_back(gallery_labels[static_cast<std::size_t>(
                neighbours.indices[at + static_cast<std::size_t>(i)])]);
        std::sort(votes.begin(), votes.end());
        std::int32_t winner = votes.front();
        std::ptrdiff_t most = 0;
        for (auto first = votes.begin(); first != votes.end();) {
            const auto last = std::upper_bound(first, votes.end(), *first);
            if (last - first > most) {
                most = last - first;
                winner = *first;
            }
            first = last;
        }
        labels.push_back(winner);
    }
    return labels;
}

} // namespace kinelens
