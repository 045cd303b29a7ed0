// Ranks: the processes that train one model together, each on its share of every batch. Every call is made by
// all of them in the same order. A rank that is gone makes the others' next call throw.
#pragma once

#include "core/foundation/parallel.h"
#include "core/learning/torch_include.h"

#include <string>
#include <vector>

namespace kinelens::learning {

class Ranks {
public:
    virtual ~Ranks() = default;
    virtual int rank() const = 0;
    virtual int size() const = 0;

    // mine (K, counts[rank], C) -> (K, Σ counts, C), in the order of the ranks.
    virtual torch::Tensor gather(const torch::Tensor& mine, const std::vector<std::int64_t>& counts) = 0;

    // Each tensor becomes the sum over all ranks, in place.
    virtual void sum(const std::vector<torch::Tensor>& tensors) = 0;

    // Each tensor becomes rank 0's, in place; so does the text, without waiting for a device.
    virtual void share(const std::vector<torch::Tensor>& tensors) = 0;
    virtual std::string share(const std::string& text) = 0;

    // Throws if a rank is known to be gone: what a GPU computed since is worth nothing.
    virtual void check() const = 0;
};

// How many of `samples` each of `ranks` takes.
inline std::vector<std::int64_t> rank_counts(std::int64_t samples, int ranks) {
    std::vector<std::int64_t> counts;
    for (int rank = 0; rank < ranks; ++rank)
        counts.push_back(part_begin(samples, rank + 1, ranks) - part_begin(samples, rank, ranks));
    return counts;
}

} // namespace kinelens::learning
