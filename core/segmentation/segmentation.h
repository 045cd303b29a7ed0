// Frame scores -> intervals. Three routes (SegmentationOptions::route), then the same cleaning up:
//   classes   each class by itself: maximal runs of frames whose score stays above the lower threshold and
//             exceeds the upper one somewhere (the published rule: one threshold, 0.02)
//   gate      maximal runs where 1 - background >= the gate; the class with the highest mean score (PCM3)
//   windows   from a frame whose best class is c, window by window as long as enough of it shows c; then the
//             end draws back in small steps (the published segment maker)
// The confidence is the mean score of the class over the interval. Source "prediction".
// 10,000 frames of 52 classes take 2 to 4 ms on one core, 20 ms where 23,000 noisy intervals are suppressed
// (tests/benchmarks/segmentation_bench).
#pragma once

#include "core/dataset/dataset.h"
#include "core/options/segmentation_options.h"
#include "core/segmentation/score_map.h"

namespace kinelens {

// By class, then start (route classes) or by start; after suppression the most confident first. `sequence`
// becomes the intervals' sequence index. Scores that are no numbers count as 0. Precondition: valid options.
std::vector<Interval> segment(const ScoreMap& scores, const SegmentationOptions& options, int sequence = 0);

// For class_lengths: `share` of the median length of every class in `intervals`, rounded down; 0 for classes
// without intervals.
std::vector<int> class_lengths_of(const std::vector<Interval>& intervals, int classes, double share);

} // namespace kinelens
