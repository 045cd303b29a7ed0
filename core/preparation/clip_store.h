// ClipStore: the prepared clips of a run. Each is read and normalised when first asked for and kept while the
// byte budget lasts; beyond it clips are prepared anew each time, so memory stays bounded on any dataset.
#pragma once

#include "core/dataset/dataset_reader.h"
#include "core/foundation/result.h"
#include "core/options/clip_choices.h"
#include "core/preparation/normalisation.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace kinelens {

// A stretch of a sequence that is one sample: the whole sequence, an interval or a window.
struct ClipSource {
    std::size_t sequence = 0;
    std::int64_t first = 0;
    std::int64_t count = 0;
    std::string name; // keys the random draws
};

// Samples of the given sequences; empty ones are left out. windows: `window` frames every `stride` frames,
// the last one shifted back to fit. intervals: one a labelled interval, named "<sequence>#<k>" from 1.
std::vector<ClipSource> clip_sources(const std::vector<SequenceInfo>& sequences,
                                     const std::vector<Interval>& intervals,
                                     const std::vector<std::size_t>& chosen, Segments segments,
                                     std::int64_t window, std::int64_t stride);

// Reads frames [first, first + count) of a sequence. Called under one lock: HDF5 is not thread-safe.
using MotionReader =
    std::function<Result<Motion>(std::size_t sequence, std::int64_t first, std::int64_t count)>;

// One that reads from an open dataset.
MotionReader motions_of(std::shared_ptr<const DatasetReader> dataset);

class ClipStore {
public:
    ClipStore(std::vector<ClipSource> sources, MotionReader reader, SkeletonLayout layout,
              NormalisationOptions options, std::size_t byte_budget = std::size_t(4) << 30);

    std::size_t size() const { return sources_.size(); }
    const ClipSource& source(std::size_t index) const { return sources_[index]; }
    const SkeletonLayout& layout() const { return layout_; }

    // Safe from any thread.
    Result<std::shared_ptr<const Clip>> clip(std::size_t index);

private:
    std::vector<ClipSource> sources_;
    MotionReader reader_;
    SkeletonLayout layout_;
    NormalisationOptions options_;
    std::size_t budget_left_;
    std::vector<std::shared_ptr<const Clip>> cache_;
    std::mutex cache_mutex_;
    std::mutex reader_mutex_;
};

} // namespace kinelens
