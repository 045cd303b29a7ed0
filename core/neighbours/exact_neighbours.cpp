#include "core/neighbours/exact_search.h"

#include <bit>
#include <limits>

namespace kinelens {
namespace {

using neighbour_search::ScoreBlocks;

constexpr std::int64_t spare = 8; // candidates beyond k whose order float32 may have mistaken

using Candidate = std::pair<float, std::int32_t>; // its score; the row

// The `most` smallest seen so far, and a few more: now and then what lies behind them is dropped.
class Nearest {
public:
    float bar() const { return bar_; }

    void offer(Candidate candidate, std::size_t most) {
        held_.push_back(candidate);
        if (held_.size() >= 2 * most + 64) shrink(most);
    }

    const std::vector<Candidate>& settle(std::size_t most) {
        if (held_.size() > most) shrink(most);
        return held_;
    }

private:
    void shrink(std::size_t most) {
        std::nth_element(held_.begin(), held_.begin() + static_cast<std::ptrdiff_t>(most - 1), held_.end());
        held_.resize(most);
        bar_ = held_.back().first; // a later row of the same score is farther down the order
    }

    float bar_ = std::numeric_limits<float>::infinity();
    std::vector<Candidate> held_;
};

} // namespace

Neighbours exact_neighbours(const FeatureRows& queries, const FeatureRows& gallery, std::int64_t k,
                            Distance distance, unsigned threads, const std::stop_token& stop) {
    k = std::min(k, gallery.rows);
    auto found = neighbour_search::room_for(queries.rows, k);
    const auto most = static_cast<std::size_t>(std::min(k + spare, gallery.rows));
    std::vector<Nearest> nearest(static_cast<std::size_t>(queries.rows));
    ScoreBlocks(queries, gallery, distance)
        .run(threads, stop,
             [&](std::int64_t query, std::int64_t start, std::int64_t rows, const float* scores) {
                 Nearest& mine = nearest[static_cast<std::size_t>(query)];
                 std::uint32_t near = neighbour_search::below(scores, mine.bar());
                 for (; near != 0; near &= near - 1) {
                     const int g = std::countr_zero(near);
                     mine.offer({scores[g], static_cast<std::int32_t>(start + g)}, most);
                 }
                 if (start + rows < gallery.rows) return;
                 std::vector<std::int32_t> candidates;
                 for (const Candidate& candidate : mine.settle(most)) candidates.push_back(candidate.second);
                 neighbour_search::keep_nearest(found, query, queries, gallery, candidates, distance);
                 mine = {};
             });
    return found;
}

std::vector<std::int64_t> exact_ranks(const FeatureRows& queries, const FeatureRows& gallery,
                                      std::span<const std::int32_t> candidates, Distance distance,
                                      unsigned threads, const std::stop_token& stop) {
    const std::size_t width = candidates.size() / static_cast<std::size_t>(queries.rows);
    std::vector<std::int64_t> ranks(candidates.size(), 0);
    std::vector<float> bars(candidates.size());
    parallel_for(static_cast<std::size_t>(queries.rows), threads, [&](std::size_t query) {
        for (std::size_t at = query * width; at < (query + 1) * width; ++at)
            bars[at] = neighbour_search::true_score(queries.row(static_cast<std::int64_t>(query)),
                                                    gallery.row(candidates[at]), gallery.dimension, distance);
    });
    ScoreBlocks(queries, gallery, distance)
        .run(threads, stop, [&](std::int64_t query, std::int64_t start, std::int64_t, const float* scores) {
            for (std::size_t at = static_cast<std::size_t>(query) * width;
                 at < (static_cast<std::size_t>(query) + 1) * width; ++at) {
                std::uint32_t nearer = neighbour_search::below(scores, bars[at]);
                if (const std::int64_t place = candidates[at] - start;
                    place >= 0 && place < neighbour_search::panel_width)
                    nearer &= ~(1U << place); // itself, should rounding put it before its own bar
                ranks[at] += std::popcount(nearer);
            }
        });
    return ranks;
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
