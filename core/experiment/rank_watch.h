// Whether the effective rank of what a training learns has fallen: the first sign that features collapse
// onto few directions, long before their variance is gone.
#pragma once

#include "core/experiment/run_history.h"

namespace kinelens {

// The rule, for each domain by itself. A level is the median of five logged values in a row, so that single
// values, however far off, say nothing. The rank has fallen where its level is below half of the highest
// level before and below 8; it has recovered once its level is above 0.6 of that highest, or above 9.
// Values that are not finite are passed over. A fall that has recovered is no longer told.
struct RankFall {
    std::string domain;    // "temporal", "spatial", "instance"
    std::int64_t step = 0; // at which the level was first too low
    double epoch = 0;
    double highest = 0; // level before
    double fallen = 0;  // level then
    double now = 0;     // latest level
    bool operator==(const RankFall&) const = default;
};

// Of a run's history now; in the order of the domains above. Empty: nothing to tell.
std::vector<RankFall> rank_falls(const RunHistory& history);

} // namespace kinelens
