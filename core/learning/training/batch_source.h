// Where training batches come from: the threaded loader in a job, something small in a test.
#pragma once

#include "core/foundation/result.h"
#include "core/learning/torch_include.h"

#include <cstdint>
#include <numeric>
#include <optional>
#include <vector>

namespace kinelens::learning {

// One rank's share of a batch; alone, the whole of it.
struct Batch {
    torch::Tensor views;              // (K, n, T, M, V, 3) float32, on the CPU
    std::vector<std::uint64_t> keys;  // n: what identifies each sequence, for its random draws
    std::vector<std::int64_t> counts; // samples of each rank; empty: there is but one

    std::int64_t samples() const { // N, over all ranks
        return counts.empty() ? views.size(1)
                              : std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    }
};

class BatchSource {
public:
    virtual ~BatchSource() = default;
    virtual std::int64_t batches_per_epoch() const = 0;
    virtual std::int64_t samples_per_epoch() const = 0;
    // Begins an epoch at one of its batches; the order depends on the epoch alone.
    virtual Result<void> start(std::int64_t epoch, std::int64_t first_batch) = 0;
    // nullopt after the epoch's last batch.
    virtual Result<std::optional<Batch>> next() = 0;
};

} // namespace kinelens::learning
