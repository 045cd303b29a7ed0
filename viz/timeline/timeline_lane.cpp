#include "viz/timeline/timeline_lane.h"

#include <algorithm>

namespace kinelens::viz {
namespace {

// Every item takes the first row that is free again.
int lay_into_rows(std::vector<LaneItem>& items) {
    std::vector<std::int64_t> ends;
    for (LaneItem& item : items) {
        std::size_t row = 0;
        while (row < ends.size() && ends[row] > item.start) ++row;
        row = std::min<std::size_t>(row, most_lane_rows - 1);
        if (row == ends.size()) ends.push_back(item.end);
        ends[row] = std::max(ends[row], item.end);
        item.row = static_cast<int>(row);
    }
    return std::max(1, static_cast<int>(ends.size()));
}

} // namespace

TimelineLane make_lane(const std::vector<Interval>& intervals, const std::vector<bool>& faulty) {
    TimelineLane lane;
    lane.items.reserve(intervals.size());
    for (std::size_t i = 0; i < intervals.size(); ++i)
        lane.items.push_back({intervals[i].start, intervals[i].end, intervals[i].label, static_cast<int>(i),
                              0, i < faulty.size() && faulty[i]});
    std::stable_sort(lane.items.begin(), lane.items.end(),
                     [](const LaneItem& a, const LaneItem& b) { return a.start < b.start; });
    lane.rows = lay_into_rows(lane.items);
    std::int64_t reach = 0;
    lane.places.resize(lane.items.size());
    for (std::size_t i = 0; i < lane.items.size(); ++i) {
        lane.reach.push_back(reach = std::max(reach, lane.items[i].end));
        lane.places[static_cast<std::size_t>(lane.items[i].id)] = static_cast<int>(i);
    }
    return lane;
}

std::span<const LaneItem> TimelineLane::between(double first, double last) const {
    const auto begin =
        std::upper_bound(reach.begin(), reach.end(), first,
                         [](double frame, std::int64_t end) { return frame < static_cast<double>(end); }) -
        reach.begin();
    const auto end = std::lower_bound(items.begin(), items.end(), last,
                                      [](const LaneItem& item, double frame) {
                                          return static_cast<double>(item.start) < frame;
                                      }) -
                     items.begin();
    if (begin >= end) return {};
    return std::span(items).subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

const LaneItem* TimelineLane::find(int id) const {
    if (id < 0 || id >= std::ssize(places)) return nullptr;
    return &items[static_cast<std::size_t>(places[static_cast<std::size_t>(id)])];
}

} // namespace kinelens::viz
