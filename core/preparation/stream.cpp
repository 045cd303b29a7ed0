#include "core/preparation/stream.h"

#include <algorithm>

namespace kinelens {
namespace {

void to_bones(float* figure, const std::vector<int>& parents, std::vector<float>& joints) {
    std::copy_n(figure, joints.size(), joints.begin());
    for (std::size_t v = 0; v < parents.size(); ++v) {
        const std::size_t parent = parents[v] < 0 ? v : static_cast<std::size_t>(parents[v]);
        for (std::size_t axis = 0; axis < 3; ++axis)
            figure[v * 3 + axis] = joints[v * 3 + axis] - joints[parent * 3 + axis];
    }
}

void to_motion(float* data, std::int64_t frames, std::size_t row) {
    for (std::int64_t t = 0; t + 1 < frames; ++t) {
        float* now = data + static_cast<std::size_t>(t) * row;
        for (std::size_t k = 0; k < row; ++k) now[k] = now[k + row] - now[k];
    }
    if (frames > 0) std::fill_n(data + static_cast<std::size_t>(frames - 1) * row, row, 0.0f);
}

} // namespace

void apply_stream(float* data, std::int64_t frames, int bodies, const SkeletonLayout& layout, Stream stream) {
    const std::size_t figure = layout.parents.size() * 3;
    if (stream == Stream::motion) to_motion(data, frames, figure * static_cast<std::size_t>(bodies));
    if (stream != Stream::bone) return;
    std::vector<float> joints(figure);
    for (std::int64_t i = 0; i < frames * bodies; ++i)
        to_bones(data + static_cast<std::size_t>(i) * figure, layout.parents, joints);
}

} // namespace kinelens
