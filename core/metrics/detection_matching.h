// Which predicted interval belongs to which true one. Only intervals of one class in one sequence can match;
// the overlap is frames in common over frames from the first start to the last end, which for intervals
// that meet is intersection over union. All intervals are half-open: the published scripts take their numbers
// as they stand in their files, so that theirs are one frame shorter.
#pragma once

#include "core/dataset/dataset.h"

namespace kinelens {

inline constexpr int unmatched = -1;

// Indices of predictions; those of equal confidence as they came.
std::vector<std::size_t> least_confident_first(const std::vector<Interval>& predictions);
std::vector<std::size_t> most_confident_first(const std::vector<Interval>& predictions);

// PKU-MMD: each prediction goes to the truth it overlaps most, with at least `overlap` (the last of equals);
// several may share one. Index in `truth` or `unmatched`, parallel to predictions.
std::vector<int> match_shared(const std::vector<Interval>& predictions, const std::vector<Interval>& truth,
                              double overlap);

// VOC: the most confident first, each goes to the truth it overlaps most, with at least `overlap`; if that
// one is taken it goes to none.
std::vector<int> match_once(const std::vector<Interval>& predictions, const std::vector<Interval>& truth,
                            double overlap);

} // namespace kinelens
