// The baseline without a model: joints relative to the root, turned about the vertical so that the shoulders
// point along +x on average, resampled to `frames`.
#pragma once

#include "core/dataset/dataset.h"

namespace kinelens {

// (frames · M · V · 3) values of one recording; `up` is the dataset's ("y", "-y", "z"). The recording's
// bodies, at most two.
std::vector<float> raw_features(const Motion& motion, SkeletonLayout layout, const std::string& up,
                                std::int64_t frames = 32);

} // namespace kinelens
