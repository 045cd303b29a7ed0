#include "core/segmentation/score_blend.h"

#include <algorithm>

namespace kinelens {

ScoreBlend::ScoreBlend(int classes, bool centre)
    : classes_(static_cast<std::size_t>(classes))
    , centre_(centre) {}

void ScoreBlend::add(std::int64_t first, const float* rows, std::int64_t frames) {
    const auto place = static_cast<std::size_t>(first - taken_);
    const std::size_t needed = place + static_cast<std::size_t>(frames);
    if (weights_.size() < needed) {
        weights_.resize(needed);
        sums_.resize(needed * classes_);
    }
    for (std::int64_t frame = 0; frame < frames; ++frame) {
        const auto weight = centre_ ? static_cast<double>(std::min(frame, frames - 1 - frame) + 1) : 1.0;
        const std::size_t at = place + static_cast<std::size_t>(frame);
        weights_[at] += weight;
        for (std::size_t label = 0; label < classes_; ++label)
            sums_[at * classes_ + label] += weight * static_cast<double>(*rows++);
    }
}

std::vector<float> ScoreBlend::take_before(std::int64_t frame) {
    const auto count =
        std::min(weights_.size(), static_cast<std::size_t>(std::max<std::int64_t>(frame - taken_, 0)));
    std::vector<float> rows;
    rows.reserve(count * classes_);
    for (std::size_t at = 0; at < count; ++at)
        for (std::size_t label = 0; label < classes_; ++label)
            rows.push_back(static_cast<float>(sums_[at * classes_ + label] / weights_[at]));
    weights_.erase(weights_.begin(), weights_.begin() + static_cast<std::ptrdiff_t>(count));
    sums_.erase(sums_.begin(), sums_.begin() + static_cast<std::ptrdiff_t>(count * classes_));
    taken_ += static_cast<std::int64_t>(count);
    return rows;
}

} // namespace kinelens
