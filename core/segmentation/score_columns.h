// ScoreColumns: the same scores class by class, smoothed: what the routes walk over. Only for
// core/segmentation and its tests.
#pragma once

#include "core/segmentation/score_map.h"

#include <span>

namespace kinelens {

class ScoreColumns {
public:
    // Smoothing: frame i becomes the mean of frames max(i - h, 0) to min(i + h, F - 1) - 1, as published.
    ScoreColumns(const ScoreMap& scores, int half_window);

    std::int64_t frames() const { return frames_; }
    int classes() const { return classes_; }
    std::span<const float> column(int label) const {
        return {values_.data() + label * frames_, static_cast<std::size_t>(frames_)};
    }
    // Mean of a class over [start, end), which must not be empty.
    double mean(int label, std::int64_t start, std::int64_t end) const;

private:
    void smooth(std::int64_t half_window);

    std::int64_t frames_;
    int classes_;
    std::vector<float> values_; // (classes, frames)
};

} // namespace kinelens
