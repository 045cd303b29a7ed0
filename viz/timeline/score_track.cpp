#include "viz/timeline/score_track.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kinelens::viz {
namespace {
constexpr std::int64_t fewer = 16; // values of a level that become one of the next
}

ScoreTrack::ScoreTrack(const ScoreMap& scores)
    : frames_(scores.frames)
    , classes_(std::max(0, scores.classes - 1)) {
    std::int64_t step = 1;
    for (Level& level : levels_) {
        level.step = step;
        level.count = (frames_ + step - 1) / step;
        level.values.assign(static_cast<std::size_t>(level.count * classes_), 0.0F);
        step *= fewer;
    }
    const auto columns = static_cast<std::size_t>(scores.classes);
    for (std::int64_t frame = 0; frame < frames_; ++frame)
        for (int row = 0; row < classes_; ++row)
            levels_[0].values[static_cast<std::size_t>(row * frames_ + frame)] =
                scores.values[static_cast<std::size_t>(frame) * columns + static_cast<std::size_t>(row) + 1];
    for (std::size_t i = 1; i < levels_.size(); ++i)
        for (int row = 0; row < classes_; ++row)
            for (std::int64_t at = 0; at < levels_[i - 1].count; ++at) {
                float& top = levels_[i].values[static_cast<std::size_t>(row * levels_[i].count + at / fewer)];
                top = std::max(
                    top, levels_[i - 1].values[static_cast<std::size_t>(row * levels_[i - 1].count + at)]);
            }
}

float ScoreTrack::at(int row, std::int64_t frame) const {
    if (frame < 0 || frame >= frames_) return 0;
    return levels_[0].values[static_cast<std::size_t>(row * frames_ + frame)];
}

float ScoreTrack::highest(int row, std::int64_t from, std::int64_t to) const {
    from = std::max<std::int64_t>(from, 0);
    to = std::min(to, frames_);
    float top = 0;
    while (from < to) {
        std::size_t i = levels_.size() - 1;
        while (i > 0 && (from % levels_[i].step != 0 || from + levels_[i].step > to)) --i;
        const Level& level = levels_[i];
        top = std::max(top, level.values[static_cast<std::size_t>(row * level.count + from / level.step)]);
        from += level.step;
    }
    return top;
}

void ScoreTrack::columns(int row, double first, double span, std::vector<float>& highest) const {
    const double each = span / static_cast<double>(highest.size());
    std::size_t i = levels_.size() - 1;
    while (i > 0 && static_cast<double>(2 * levels_[i].step) > each) --i;
    const Level& level = levels_[i];
    const float* values = level.values.data() + row * level.count;
    const double scale = 1 / static_cast<double>(level.step);
    for (std::size_t x = 0; x < highest.size(); ++x) {
        auto from = static_cast<std::int64_t>(std::floor((first + static_cast<double>(x) * each) * scale));
        auto to = static_cast<std::int64_t>(std::floor((first + static_cast<double>(x + 1) * each) * scale));
        from = std::clamp<std::int64_t>(from, 0, level.count);
        to = std::clamp(std::max(to, from + 1), from, level.count);
        highest[x] = from < to ? *std::max_element(values + from, values + to) : 0;
    }
}

std::vector<int> ScoreTrack::order_at(std::int64_t frame) const {
    std::vector<int> order(static_cast<std::size_t>(classes_));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return at(a, frame) > at(b, frame); });
    return order;
}

} // namespace kinelens::viz
