// The three ways from scores to raw intervals; see segmentation.h. Only for core/segmentation.
#pragma once

#include "core/dataset/dataset.h"
#include "core/options/segmentation_options.h"
#include "core/segmentation/score_columns.h"

namespace kinelens {

std::vector<Interval> intervals_by_class(const ScoreColumns& scores, const SegmentationOptions& options);
std::vector<Interval> intervals_by_gate(const ScoreColumns& scores, const SegmentationOptions& options);
std::vector<Interval> intervals_by_windows(const ScoreColumns& scores, const SegmentationOptions& options);

// Column `label` of the scores is the class with index label - 1.
Interval scored_interval(const ScoreColumns& scores, int label, std::int64_t start, std::int64_t end);

} // namespace kinelens
