// ViewLoader: the batches of an epoch, made ahead by worker threads. What a batch holds depends only on seed,
// epoch, the samples' names and the options, never on threads, timing or where a resumed run began.
#pragma once

#include "core/preparation/augmentation.h"
#include "core/preparation/clip_store.h"
#include "core/preparation/stream.h"

#include <memory>

namespace kinelens {

// K views of N samples: data is (K, N, T, M, V, 3).
struct ViewBatch {
    std::int64_t epoch = 0;
    std::int64_t index = 0; // of the batch in its epoch
    int views = 0;
    int samples = 0;              // N, or this rank's share of it
    std::int64_t all_samples = 0; // N
    std::int64_t frames = 0;
    int bodies = 0;
    int joints = 0;
    std::vector<float> data;
    std::vector<std::size_t> clips; // N indices into the store
};

struct ViewLoaderOptions {
    ViewOptions view;
    Stream stream = Stream::joint;
    std::int64_t batch_size = 64;
    std::uint64_t seed = 0;
    int threads = 1;
    int ahead = 3; // batches kept ready
    int rank = 0;  // of `ranks` processes that share every batch: this one makes its share only
    int ranks = 1;
};

// Sample order of an epoch: a permutation keyed by seed, epoch and the samples' names.
std::vector<std::size_t> epoch_order(const ClipStore& store, std::uint64_t seed, std::int64_t epoch);

// Sizes of an epoch's batches: batch_size each and the rest; a rest of one joins the batch before it, since
// statistics over one sample do not exist.
std::vector<std::int64_t> batch_sizes(std::int64_t samples, std::int64_t batch_size);

class ViewLoader {
public:
    ViewLoader(std::shared_ptr<ClipStore> store, const ViewLoaderOptions& options);
    ~ViewLoader();
    ViewLoader(const ViewLoader&) = delete;
    ViewLoader& operator=(const ViewLoader&) = delete;

    std::int64_t batches_per_epoch() const;

    // Begins `epoch` at its batch `first_batch`; what was being prepared is thrown away.
    void start(std::int64_t epoch, std::int64_t first_batch = 0);

    // The next batch of the epoch, in order; waits for it. Precondition: fewer than batches_per_epoch()
    // - first_batch calls since start(). Errors: whatever reading the dataset gives.
    Result<ViewBatch> next();

    // Gives a used batch's memory back, to be filled again.
    void recycle(ViewBatch&& batch);

private:
    class Workers;
    std::unique_ptr<Workers> workers_;
};

} // namespace kinelens
