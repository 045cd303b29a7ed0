#include "core/preparation/clip_store.h"

#include <algorithm>

namespace kinelens {
namespace {

void add_windows(std::vector<ClipSource>& sources, std::size_t index, const SequenceInfo& sequence,
                 std::int64_t window, std::int64_t stride) {
    const std::int64_t last = std::max<std::int64_t>(0, sequence.length - window);
    const std::int64_t count = std::min(window, sequence.length);
    for (std::int64_t first = 0;; first += stride) {
        const std::int64_t start = std::min(first, last);
        sources.push_back({index, start, count, sequence.name + "@" + std::to_string(start)});
        if (start == last) return;
    }
}

void add_intervals(std::vector<ClipSource>& sources, std::size_t index, const SequenceInfo& sequence,
                   const std::vector<Interval>& intervals) {
    int number = 0;
    for (const Interval& interval : intervals) {
        if (interval.sequence != static_cast<int>(index)) continue;
        ++number;
        if (interval.end > interval.start)
            sources.push_back({index, interval.start, interval.end - interval.start,
                               sequence.name + "#" + std::to_string(number)});
    }
}

} // namespace

std::vector<ClipSource> clip_sources(const std::vector<SequenceInfo>& sequences,
                                     const std::vector<Interval>& intervals,
                                     const std::vector<std::size_t>& chosen, Segments segments,
                                     std::int64_t window, std::int64_t stride) {
    std::vector<ClipSource> sources;
    for (const std::size_t index : chosen) {
        const SequenceInfo& sequence = sequences[index];
        if (sequence.length == 0) continue;
        if (segments == Segments::whole)
            sources.push_back({index, 0, sequence.length, sequence.name});
        else if (segments == Segments::windows)
            add_windows(sources, index, sequence, std::max<std::int64_t>(1, window),
                        std::max<std::int64_t>(1, stride));
        else
            add_intervals(sources, index, sequence, intervals);
    }
    return sources;
}

MotionReader motions_of(std::shared_ptr<const DatasetReader> dataset) {
    return [dataset = std::move(dataset)](std::size_t sequence, std::int64_t first, std::int64_t count) {
        return dataset->read(sequence, first, count);
    };
}

ClipStore::ClipStore(std::vector<ClipSource> sources, MotionReader reader, SkeletonLayout layout,
                     NormalisationOptions options, std::size_t byte_budget)
    : sources_(std::move(sources))
    , reader_(std::move(reader))
    , layout_(std::move(layout))
    , options_(std::move(options))
    , budget_left_(byte_budget)
    , cache_(sources_.size()) {}

Result<std::shared_ptr<const Clip>> ClipStore::clip(std::size_t index) {
    {
        const std::scoped_lock lock(cache_mutex_);
        if (cache_[index]) return cache_[index];
    }
    const ClipSource& source = sources_[index];
    std::unique_lock reading(reader_mutex_);
    auto motion = reader_(source.sequence, source.first, source.count);
    reading.unlock();
    if (!motion) return fail(std::move(motion.error()));
    auto clip = std::make_shared<const Clip>(normalise(*motion, layout_, options_));
    const std::size_t bytes = clip->data.size() * sizeof(float);
    const std::scoped_lock lock(cache_mutex_);
    if (!cache_[index] && bytes <= budget_left_) {
        budget_left_ -= bytes;
        cache_[index] = clip;
    }
    return std::shared_ptr<const Clip>(std::move(clip));
}

} // namespace kinelens
