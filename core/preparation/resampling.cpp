#include "core/preparation/resampling.h"

#include <algorithm>

namespace kinelens {

void resample(const Clip& clip, std::int64_t first, std::int64_t length, std::int64_t frames, float* out) {
    const std::size_t size = clip.row_size();
    const float scale = static_cast<float>(length) / static_cast<float>(frames);
    for (std::int64_t i = 0; i < frames; ++i) {
        const float place = std::max(scale * (static_cast<float>(i) + 0.5f) - 0.5f, 0.0f);
        const std::int64_t before = std::min(static_cast<std::int64_t>(place), length - 1);
        const std::int64_t after = std::min(before + 1, length - 1);
        const float weight = place - static_cast<float>(before);
        const float* a = clip.row(first + before);
        const float* b = clip.row(first + after);
        float* target = out + static_cast<std::size_t>(i) * size;
        for (std::size_t k = 0; k < size; ++k) target[k] = (1.0f - weight) * a[k] + weight * b[k];
    }
}

Clip resample(const Clip& clip, std::int64_t first, std::int64_t length, std::int64_t frames) {
    Clip result(frames, clip.bodies, clip.joints);
    result.planar = clip.planar;
    resample(clip, first, length, frames, result.data.data());
    return result;
}

Clip centre_crop(const Clip& clip, double ratio, std::int64_t frames) {
    const auto start = static_cast<std::int64_t>((1 - ratio) * static_cast<double>(clip.frames) / 2);
    return resample(clip, start, clip.frames - 2 * start, frames);
}

} // namespace kinelens
