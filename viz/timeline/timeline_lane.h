// TimelineLane: intervals of one source, laid into rows so that those that overlap stand below each other.
#pragma once

#include "core/dataset/dataset.h"

#include <QString>
#include <span>
#include <vector>

namespace kinelens::viz {

struct LaneItem {
    std::int64_t start = 0;
    std::int64_t end = 0;
    int label = 0;
    int id = 0; // place in the list it was made of
    int row = 0;
    bool faulty = false; // drawn hatched
};

struct TimelineLane {
    QString title;
    QString note; // below the title
    bool truth = false;
    bool editable = false;
    std::vector<LaneItem> items; // by start
    int rows = 1;
    std::vector<std::int64_t> reach; // of every item, the last end up to it: to find what is in view
    std::vector<int> places;         // in items, by id

    // Items that may have frames in [first, last).
    std::span<const LaneItem> between(double first, double last) const;
    const LaneItem* find(int id) const;
};

inline constexpr int most_lane_rows = 8; // what overlaps further shares the last

// `faulty`: by place in `intervals`; empty: none is.
TimelineLane make_lane(const std::vector<Interval>& intervals, const std::vector<bool>& faulty = {});

// A truth and a prediction that have frames in common, by their ids.
struct LaneLink {
    int truth = 0;
    int prediction = 0;
    double overlap = 0;
    bool broken = false; // too little for a match, or of another class
};

} // namespace kinelens::viz
