// The random draws of DropPath for a batch: keyed by what they are for, never by the order of samples.
#pragma once

#include "core/learning/model/dste_layer.h"

#include <cstdint>
#include <vector>

namespace kinelens::learning {

// One entry a layer, of views·keys columns (view-major), from uniforms keyed by seed, epoch, sample and view;
// nothing where there is no DropPath.
std::vector<DropFactors> drop_draws(const std::vector<std::uint64_t>& keys, std::int64_t views,
                                    std::int64_t seed, std::int64_t epoch, std::size_t layers,
                                    double drop_path);

} // namespace kinelens::learning
