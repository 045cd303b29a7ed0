// Moments of untrimmed recordings: the frames of a clip that a whole recording was resampled to, and the
// action that goes on at a frame.
#pragma once

#include "core/dataset/dataset.h"

#include <span>

namespace kinelens {

// The frame of a recording in whose middle frame `moment` of its clip lies, as core/preparation/resampling.h
// reads it. Preconditions: 0 ≤ moment < clip_frames, 1 ≤ length.
std::int64_t frame_of_moment(std::int64_t moment, std::int64_t clip_frames, std::int64_t length);

// The class of the interval of truth that covers the frame: of several the one that began last, -1 where none
// does. All intervals are of one recording.
int label_at(std::span<const Interval> intervals, std::int64_t frame);

} // namespace kinelens
