#include "core/segmentation/score_columns.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kinelens {

ScoreColumns::ScoreColumns(const ScoreMap& scores, int half_window)
    : frames_(scores.frames)
    , classes_(scores.classes)
    , values_(scores.values.size()) {
    constexpr std::int64_t block = 64; // frames at a time: both sides stay in the cache
    for (std::int64_t first = 0; first < frames_; first += block)
        for (std::int64_t label = 0; label < classes_; ++label)
            for (std::int64_t frame = first; frame < std::min(first + block, frames_); ++frame) {
                const float value = scores.values[static_cast<std::size_t>(frame * classes_ + label)];
                values_[static_cast<std::size_t>(label * frames_ + frame)] =
                    std::isfinite(value) ? value : 0.0f;
            }
    if (half_window > 0 && frames_ > 1) smooth(half_window);
}

void ScoreColumns::smooth(std::int64_t half_window) {
    std::vector<double> sums(static_cast<std::size_t>(frames_) + 1); // of the frames before
    for (std::int64_t label = 0; label < classes_; ++label) {
        float* const column = values_.data() + label * frames_;
        std::inclusive_scan(column, column + frames_, sums.begin() + 1, std::plus<>(), 0.0);
        for (std::int64_t frame = 0; frame < frames_; ++frame) {
            const std::int64_t first = std::max<std::int64_t>(frame - half_window, 0);
            const std::int64_t last = std::min(frame + half_window, frames_ - 1);
            column[frame] = static_cast<float>(
                (sums[static_cast<std::size_t>(last)] - sums[static_cast<std::size_t>(first)]) /
                static_cast<double>(last - first));
        }
    }
}

double ScoreColumns::mean(int label, std::int64_t start, std::int64_t end) const {
    const auto scores =
        column(label).subspan(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
    return std::accumulate(scores.begin(), scores.end(), 0.0) / static_cast<double>(scores.size());
}

} // namespace kinelens
