// Two maps of the same points laid over each other: maps may be turned, mirrored and scaled without saying
// anything else, so before comparing them that is taken out (ordinary Procrustes analysis).
#pragma once

#include "core/results/embedding.h"

#include <array>
#include <span>

namespace kinelens {

// p ↦ scale·R·p + shift with R a rotation or, where that fits better, a reflection.
struct PlaneSimilarity {
    std::array<double, 4> matrix{1, 0, 0, 1}; // scale·R, row-major
    double x = 0, y = 0;                      // shift
    bool mirrored = false;
    // Share of the spread of `to` that stays unexplained, 0 … 1.
    double disparity = 0;

    std::array<float, 2> operator()(float px, float py) const;
};

// The similarity that brings `from` nearest to `to` by least squares. Both (N, 2), N ≥ 1, in the same order.
// Points that all lie in one place are only moved.
PlaneSimilarity procrustes(std::span<const float> from, std::span<const float> to);

// The points of two embeddings that are the same: the same name and, of dense maps, the same frame.
struct MatchedPoints {
    std::vector<std::int32_t> first, second; // rows, in the first's order
    std::int64_t only_first = 0, only_second = 0;
};
MatchedPoints matched_points(const Embedding& first, const Embedding& second);

} // namespace kinelens
