// Resampling along time: linear interpolation with half-pixel centres, in float32, as torch's bilinear
// interpolation with align_corners=False computes it. Output i reads at max((i + 0.5)·L/T − 0.5, 0).
#pragma once

#include "core/preparation/clip.h"

namespace kinelens {

// Frames [first, first + length) of `clip` as `frames` frames written to `out` (frames × row_size floats).
// Precondition: 0 ≤ first, 1 ≤ length, first + length ≤ clip.frames.
void resample(const Clip& clip, std::int64_t first, std::int64_t length, std::int64_t frames, float* out);
Clip resample(const Clip& clip, std::int64_t first, std::int64_t length, std::int64_t frames);

// Centre crop of the downstream protocols: `ratio` 1 is the whole clip; start = floor((1 − ratio)·n/2), and
// as many frames are left out at the end.
Clip centre_crop(const Clip& clip, double ratio, std::int64_t frames);

} // namespace kinelens
