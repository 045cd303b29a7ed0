#include "core/segmentation/streamed_segmentation.h"

#include <algorithm>
#include <utility>

namespace kinelens {

StreamedSegmentation::StreamedSegmentation(SegmentationOptions options, int classes, std::int64_t block)
    : options_(std::move(options))
    , block_(block)
    , waiting_{0, classes, {}} {}

void StreamedSegmentation::add(const float* rows, std::int64_t frames) {
    while (frames > 0) {
        const std::int64_t count = std::min(frames, block_ - waiting_.frames);
        const auto values = static_cast<std::ptrdiff_t>(count * waiting_.classes);
        waiting_.values.insert(waiting_.values.end(), rows, rows + values);
        waiting_.frames += count;
        rows += values;
        frames -= count;
        if (waiting_.frames == block_ && frames > 0) segment_before(quiet_frame());
    }
}

std::vector<Interval> StreamedSegmentation::finish() {
    segment_before(waiting_.frames);
    first_ = 0;
    return std::exchange(found_, {});
}

void StreamedSegmentation::segment_before(std::int64_t frame) {
    const auto values = static_cast<std::ptrdiff_t>(frame * waiting_.classes);
    const ScoreMap part{frame, waiting_.classes,
                        std::vector<float>(waiting_.values.begin(), waiting_.values.begin() + values)};
    for (Interval& interval : segment(part, options_)) {
        interval.start += first_;
        interval.end += first_;
        found_.push_back(std::move(interval));
    }
    waiting_.values.erase(waiting_.values.begin(), waiting_.values.begin() + values);
    waiting_.frames -= frame;
    first_ += frame;
}

// Where the background never is the best class: at the end.
std::int64_t StreamedSegmentation::quiet_frame() const {
    std::int64_t best = block_;
    std::int64_t longest = 0;
    std::int64_t run = 0;
    for (std::int64_t frame = block_ / 2; frame < block_; ++frame) {
        const auto row = waiting_.values.begin() + static_cast<std::ptrdiff_t>(frame * waiting_.classes);
        run = std::max_element(row, row + waiting_.classes) == row ? run + 1 : 0;
        if (run > longest) {
            longest = run;
            best = frame + 1 - (run + 1) / 2;
        }
    }
    return best;
}

} // namespace kinelens
