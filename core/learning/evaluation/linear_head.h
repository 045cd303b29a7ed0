// The linear classifier on top of pooled features, Linear(2C -> classes): weight N(0, 0.01), bias 0.
#pragma once

#include "core/learning/model/linear.h"

namespace kinelens::learning {

// Draws keyed by the seed and the repetition.
Linear linear_head(std::int64_t features, std::int64_t classes, std::uint64_t seed, std::uint64_t repeat);

} // namespace kinelens::learning
