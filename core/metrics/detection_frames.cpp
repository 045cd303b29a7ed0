#include "core/metrics/detection_frames.h"

#include <algorithm>

namespace kinelens {
namespace {

template <class Do>
void for_frames(const Interval& interval, std::size_t frames, const Do& act) {
    const auto limit = static_cast<std::int64_t>(frames);
    for (std::int64_t frame = std::max<std::int64_t>(interval.start, 0);
         frame < std::min(interval.end, limit); ++frame)
        act(static_cast<std::size_t>(frame));
}

} // namespace

std::vector<int> frame_labels(const std::vector<Interval>& intervals, std::int64_t frames) {
    std::vector<int> labels(static_cast<std::size_t>(frames), background);
    std::vector<const Interval*> order;
    for (const Interval& interval : intervals) order.push_back(&interval);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto* a, const auto* b) { return a->confidence < b->confidence; });
    for (const Interval* interval : order)
        for_frames(*interval, labels.size(), [&](std::size_t frame) { labels[frame] = interval->label; });
    return labels;
}

std::vector<int> frame_labels(const ScoreMap& scores) {
    std::vector<int> labels;
    for (std::int64_t frame = 0; frame < scores.frames; ++frame) {
        const auto row = scores.values.begin() + frame * scores.classes;
        labels.push_back(static_cast<int>(std::max_element(row, row + scores.classes) - row) - 1);
    }
    return labels;
}

std::int64_t right_frames(const std::vector<int>& labels, const std::vector<Interval>& truth) {
    std::vector<bool> right(labels.size());
    for (std::size_t frame = 0; frame < labels.size(); ++frame) right[frame] = labels[frame] == background;
    for (const Interval& interval : truth)
        for_frames(interval, labels.size(), [&](std::size_t frame) {
            if (labels[frame] == background) right[frame] = false;
        });
    for (const Interval& interval : truth)
        for_frames(interval, labels.size(), [&](std::size_t frame) {
            if (labels[frame] == interval.label) right[frame] = true;
        });
    return std::count(right.begin(), right.end(), true);
}

} // namespace kinelens
