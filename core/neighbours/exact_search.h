// Every gallery row against every query, block by block: what the exact searches share.
#pragma once

#include "core/foundation/parallel.h"
#include "core/neighbours/block_products.h"
#include "core/neighbours/candidates.h"

#include <algorithm>
#include <stop_token>

namespace kinelens::neighbour_search {

constexpr std::int64_t query_block = 256;

// A number that rises with the distance of a query to each gallery row: |g|²/2 − q·g for euclidean
// (|q − g|² = |q|² + 2(|g|²/2 − q·g): the query's own length changes no order), −q·g for cosine.
class ScoreBlocks {
public:
    ScoreBlocks(const FeatureRows& queries, const FeatureRows& gallery, Distance distance);

    // visit(query, first gallery row, rows, scores) for every query and each panel of up to 32 gallery rows,
    // ascending; those of one query come from one thread. After a stop no further block is begun.
    template <class Visit>
    void run(unsigned threads, const std::stop_token& stop, const Visit& visit) const {
        parallel_for(static_cast<std::size_t>((queries_ + query_block - 1) / query_block), threads,
                     [&](std::size_t block) {
                         if (stop.stop_requested()) return;
                         run_block(static_cast<std::int64_t>(block) * query_block, visit);
                     });
    }

private:
    template <class Visit>
    void run_block(std::int64_t first, const Visit& visit) const {
        float scores[tile_height * panel_width];
        const std::int64_t last = std::min(first + query_block, queries_);
        for (std::int64_t p = 0; p < panels_.count(); ++p) {
            const std::int64_t start = p * panel_width, rows = std::min(panel_width, gallery_ - start);
            const float* halves = halves_.data() + start;
            for (std::int64_t q = first; q < last; q += tile_height) {
                multiply_tile(values_.data() + q * dimension_, panels_.panel(p), dimension_, scores);
                for (std::int64_t r = 0; r < std::min(tile_height, last - q); ++r) {
                    float* mine = scores + r * panel_width;
                    for (std::int64_t g = 0; g < panel_width; ++g) mine[g] = halves[g] - mine[g];
                    visit(q + r, start, rows, mine);
                }
            }
        }
    }

    std::int64_t queries_, gallery_, dimension_;
    std::vector<float> values_; // of the queries, whole tiles
    Panels panels_;
    std::vector<float> halves_; // |g|²/2 or 0, whole panels; above every score where there is no row
};

} // namespace kinelens::neighbour_search
