// Changes to the intervals of one sequence. Every function looks at a list and says what would leave and what
// would come; applied() makes the new list, and applied() with the inverse gives the old one back, to the
// last position: what an undo stack keeps. Lists are sorted as sort_intervals() sorts them.
#pragma once

#include "core/annotation/annotations.h"

#include <utility>

namespace kinelens {

using IntervalList = std::vector<Interval>;

struct IntervalEdit {
    using Placed = std::pair<std::size_t, Interval>;
    std::vector<Placed> removed; // with their indices in the list before, ascending
    std::vector<Placed> added;   // with their indices in the list after, ascending
    bool operator==(const IntervalEdit&) const = default;
    bool changes_nothing() const { return removed == added; }
};

// Precondition: the edit was made for this list.
IntervalList applied(IntervalList list, const IntervalEdit& edit);
IntervalEdit inverse(IntervalEdit edit);

enum class IntervalEdge { start, end };

// `frames`: of the sequence; 0 if they are unknown. Errors: not_found (no such index), invalid_argument (what
// would come is no interval of the sequence).
Result<IntervalEdit> draw_interval(const IntervalList& list, const Interval& interval, std::int64_t frames);
// Several at once, as they come from elsewhere: a clipboard, a prediction.
Result<IntervalEdit> insert_intervals(const IntervalList& list, IntervalList coming, std::int64_t frames);
// An edge stops one frame before the other and at the sequence's ends.
Result<IntervalEdit> move_edge(const IntervalList& list, std::size_t index, IntervalEdge edge,
                               std::int64_t frame, std::int64_t frames);
// The second part begins at `frame`, which lies inside.
Result<IntervalEdit> split_interval(const IntervalList& list, std::size_t index, std::int64_t frame);
// Two or more of one class become one from the first start to the last end; its confidence is their mean by
// length, its source the first's.
Result<IntervalEdit> merge_intervals(const IntervalList& list, std::vector<std::size_t> indices);
Result<IntervalEdit> relabel_intervals(const IntervalList& list, std::vector<std::size_t> indices, int label);
Result<IntervalEdit> delete_intervals(const IntervalList& list, std::vector<std::size_t> indices);
// Copies, the first of which begins at `start`; the others keep their distance.
Result<IntervalEdit> copy_intervals(const IntervalList& list, std::vector<std::size_t> indices,
                                    std::int64_t start, std::int64_t frames);

} // namespace kinelens
