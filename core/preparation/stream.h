// The three streams of a skeleton clip, computed after cropping, resampling and augmentation.
#pragma once

#include "core/options/clip_choices.h"
#include "core/preparation/clip.h"

namespace kinelens {

// In place on frames × bodies × joints × 3 floats.
//   bone_v = joint_v − joint_parent(v), the root's bone is 0;  motion_t = x_{t+1} − x_t, the last frame is 0.
void apply_stream(float* data, std::int64_t frames, int bodies, const SkeletonLayout& layout, Stream stream);

} // namespace kinelens
