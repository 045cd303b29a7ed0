// Frame accuracy: the share of frames whose class is right, background being a class of its own.
#pragma once

#include "core/dataset/dataset.h"
#include "core/segmentation/score_map.h"

namespace kinelens {

inline constexpr int background = -1;

// The class of every frame of one sequence. Where intervals overlap the most confident counts, of scores the
// highest.
std::vector<int> frame_labels(const std::vector<Interval>& intervals, std::int64_t frames);
std::vector<int> frame_labels(const ScoreMap& scores);

// Frames whose label is that of any true interval there, or background where there is none. `truth` is of the
// one sequence.
std::int64_t right_frames(const std::vector<int>& labels, const std::vector<Interval>& truth);

} // namespace kinelens
