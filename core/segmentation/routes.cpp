#include "core/segmentation/routes.h"

#include <algorithm>

namespace kinelens {
namespace {

// Calls found(start, end) for every maximal run of frames in which inside(frame) holds.
template <class Inside, class Found>
void find_runs(std::int64_t frames, const Inside& inside, const Found& found) {
    for (std::int64_t start = 0; start < frames; ++start) {
        if (!inside(start)) continue;
        std::int64_t end = start + 1;
        while (end < frames && inside(end)) ++end;
        found(start, end);
        start = end;
    }
}

// The class with the highest mean, background aside.
int best_class(const ScoreColumns& scores, std::int64_t start, std::int64_t end) {
    int best = 1;
    double highest = -1;
    for (int label = 1; label < scores.classes(); ++label)
        if (const double mean = scores.mean(label, start, end); mean > highest) {
            highest = mean;
            best = label;
        }
    return best;
}

std::vector<int> best_classes(const ScoreColumns& scores) {
    std::vector<int> best(static_cast<std::size_t>(scores.frames()), 0);
    const auto background = scores.column(0);
    std::vector<float> highest(background.begin(), background.end());
    for (int label = 1; label < scores.classes(); ++label) {
        const auto column = scores.column(label);
        for (std::size_t frame = 0; frame < best.size(); ++frame)
            if (column[frame] > highest[frame]) {
                highest[frame] = column[frame];
                best[frame] = label;
            }
    }
    return best;
}

// A run of the best class that is allowed holes.
class WindowWalk {
public:
    WindowWalk(const std::vector<int>& best, const SegmentationOptions& options)
        : best_(best)
        , frames_(static_cast<std::int64_t>(best.size()))
        , window_(options.window)
        , step_(options.window_step)
        , share_(options.window_share) {}

    // Where the run from `start` ends; `start` itself if there is none.
    std::int64_t end_of(std::int64_t start) const {
        const int label = best_[static_cast<std::size_t>(start)];
        if (label == 0 || start + 2 * window_ >= frames_ || !(shown(label, start, window_) > share_))
            return start;
        std::int64_t end = start + window_;
        while (shown(label, end, window_) > share_ && end + 2 * window_ < frames_) end += window_;
        while (end > start && shown(label, end - step_, step_) < share_) end -= step_;
        return std::max(start, end);
    }

private:
    // Share of the `count` frames behind `frame` that show the class.
    double shown(int label, std::int64_t frame, std::int64_t count) const {
        const auto first = best_.begin() + std::clamp<std::int64_t>(frame + 1, 0, frames_);
        const auto last = best_.begin() + std::clamp<std::int64_t>(frame + count + 1, 0, frames_);
        return static_cast<double>(std::count(first, last, label)) / static_cast<double>(count);
    }

    const std::vector<int>& best_;
    std::int64_t frames_, window_, step_;
    double share_;
};

} // namespace

Interval scored_interval(const ScoreColumns& scores, int label, std::int64_t start, std::int64_t end) {
    return {0, label - 1, start, end, static_cast<float>(scores.mean(label, start, end)), "prediction"};
}

std::vector<Interval> intervals_by_class(const ScoreColumns& scores, const SegmentationOptions& options) {
    const auto enter = static_cast<float>(options.enter_threshold);
    const auto stay = static_cast<float>(std::min(options.stay_threshold, options.enter_threshold));
    std::vector<Interval> intervals;
    for (int label = 1; label < scores.classes(); ++label) {
        const auto column = scores.column(label);
        const auto add = [&](std::int64_t start, std::int64_t end) {
            if (std::any_of(column.begin() + start, column.begin() + end,
                            [&](float score) { return score > enter; }))
                intervals.push_back(scored_interval(scores, label, start, end));
        };
        find_runs(
            scores.frames(),
            [&](std::int64_t frame) { return column[static_cast<std::size_t>(frame)] > stay; }, add);
    }
    return intervals;
}

std::vector<Interval> intervals_by_gate(const ScoreColumns& scores, const SegmentationOptions& options) {
    std::vector<Interval> intervals;
    if (scores.classes() < 2) return intervals;
    const auto background = scores.column(0);
    const auto gate = static_cast<float>(options.gate_threshold);
    find_runs(
        scores.frames(),
        [&](std::int64_t frame) { return 1 - background[static_cast<std::size_t>(frame)] >= gate; },
        [&](std::int64_t start, std::int64_t end) {
            intervals.push_back(scored_interval(scores, best_class(scores, start, end), start, end));
        });
    return intervals;
}

std::vector<Interval> intervals_by_windows(const ScoreColumns& scores, const SegmentationOptions& options) {
    std::vector<Interval> intervals;
    const std::vector<int> best = best_classes(scores);
    const WindowWalk walk(best, options);
    for (std::int64_t start = 0; start < scores.frames();) {
        const std::int64_t end = walk.end_of(start);
        if (end > start) {
            const int label = best[static_cast<std::size_t>(start)];
            Interval interval = scored_interval(scores, label, start, end);
            // The published confidence takes the frame behind the end in.
            interval.confidence = static_cast<float>(scores.mean(label, start, end + 1));
            intervals.push_back(std::move(interval));
        }
        start = std::max(end, start + 1);
    }
    return intervals;
}

} // namespace kinelens
