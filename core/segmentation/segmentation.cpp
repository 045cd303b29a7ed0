#include "core/segmentation/segmentation.h"

#include "core/dataset/interval_overlap.h"
#include "core/segmentation/routes.h"

#include <algorithm>
#include <map>

namespace kinelens {
namespace {

std::vector<Interval> raw_intervals(const ScoreColumns& scores, const SegmentationOptions& options) {
    if (options.route == IntervalRoute::gate) return intervals_by_gate(scores, options);
    if (options.route == IntervalRoute::windows) return intervals_by_windows(scores, options);
    return intervals_by_class(scores, options);
}

// The score of the frames between counts too: a merged interval is as sure as all of it.
std::vector<Interval> merged(std::vector<Interval> intervals, const ScoreColumns& scores, std::int64_t gap) {
    std::vector<Interval> kept;
    std::map<int, std::size_t> last; // of each class, in kept
    for (Interval& interval : intervals) {
        const auto before = last.find(interval.label);
        if (before != last.end() && interval.start - kept[before->second].end <= gap) {
            Interval& grown = kept[before->second];
            grown = scored_interval(scores, grown.label + 1, grown.start, interval.end);
            continue;
        }
        last[interval.label] = kept.size();
        kept.push_back(std::move(interval));
    }
    return kept;
}

void drop_short(std::vector<Interval>& intervals, const SegmentationOptions& options) {
    const auto lengths = parse_class_lengths(options.class_lengths).value_or(std::vector<int>{});
    std::erase_if(intervals, [&](const Interval& interval) {
        const auto label = static_cast<std::size_t>(interval.label);
        const int own = label < lengths.size() ? lengths[label] : 0;
        return interval.end - interval.start < std::max(own, options.minimum_length);
    });
}

// Greedy: the most confident stays and takes its rivals away. Of rivals only those that overlap matter, so
// that those that stay are searched by their start.
std::vector<Interval> suppressed(std::vector<Interval> intervals, const SegmentationOptions& options) {
    std::stable_sort(intervals.begin(), intervals.end(),
                     [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
    const bool by_class = options.suppression == Suppression::of_class;
    std::vector<Interval> kept;
    std::map<int, std::multimap<std::int64_t, Interval>> stay; // by class (or all in one), by start
    std::int64_t longest = 0;
    for (Interval& interval : intervals) {
        auto& rivals = stay[by_class ? interval.label : 0];
        const auto first = rivals.lower_bound(interval.start - longest);
        const auto last = rivals.upper_bound(interval.end);
        if (std::any_of(first, last, [&](const auto& rival) {
                return temporal_overlap(rival.second, interval) > options.suppression_overlap;
            }))
            continue;
        longest = std::max(longest, interval.end - interval.start);
        rivals.emplace(interval.start, interval);
        kept.push_back(std::move(interval));
    }
    return kept;
}

} // namespace

std::vector<Interval> segment(const ScoreMap& scores, const SegmentationOptions& options, int sequence) {
    if (scores.frames < 1 || scores.classes < 2) return {};
    const ScoreColumns columns(scores, options.smoothing);
    std::vector<Interval> intervals = raw_intervals(columns, options);
    if (options.merge_gap > 0) intervals = merged(std::move(intervals), columns, options.merge_gap);
    drop_short(intervals, options);
    if (options.suppression != Suppression::none) intervals = suppressed(std::move(intervals), options);
    for (Interval& interval : intervals) interval.sequence = sequence;
    return intervals;
}

std::vector<int> class_lengths_of(const std::vector<Interval>& intervals, int classes, double share) {
    std::vector<std::vector<std::int64_t>> lengths(static_cast<std::size_t>(classes));
    for (const Interval& interval : intervals)
        lengths[static_cast<std::size_t>(interval.label)].push_back(interval.end - interval.start);
    std::vector<int> minimum;
    for (auto& of_class : lengths) {
        const auto middle = of_class.begin() + static_cast<std::ptrdiff_t>(of_class.size() / 2);
        if (!of_class.empty()) std::nth_element(of_class.begin(), middle, of_class.end());
        minimum.push_back(of_class.empty() ? 0 : static_cast<int>(share * static_cast<double>(*middle)));
    }
    return minimum;
}

} // namespace kinelens
