// Clip: positions as the encoder sees them, float32, row-major (T, M, V, 3): a frame is one row, so the
// temporal tokens (T, M·V·3) are the same memory. Absent bodies and joints are zeros.
#pragma once

#include "core/dataset/dataset.h"

#include <span>
#include <vector>

namespace kinelens {

struct Clip {
    std::int64_t frames = 0;
    int bodies = 0;
    int joints = 0;
    bool planar = false; // made of 2-D positions: z is 0 and stays so
    std::vector<float> data;

    Clip() = default;
    Clip(std::int64_t frame_count, int body_count, int joint_count)
        : frames(frame_count)
        , bodies(body_count)
        , joints(joint_count)
        , data(static_cast<std::size_t>(frame_count * body_count * joint_count * 3)) {}

    std::size_t row_size() const { return static_cast<std::size_t>(bodies * joints * 3); }
    float* row(std::int64_t frame) { return data.data() + static_cast<std::size_t>(frame) * row_size(); }
    const float* row(std::int64_t frame) const {
        return data.data() + static_cast<std::size_t>(frame) * row_size();
    }
    float* joint(std::int64_t frame, int body, int index) { return row(frame) + (body * joints + index) * 3; }
    const float* joint(std::int64_t frame, int body, int index) const {
        return row(frame) + (body * joints + index) * 3;
    }
};

// Back into the plane of the picture: z = 0, on `values` floats x y z x y z …
inline void flatten(float* data, std::size_t values) {
    for (std::size_t i = 2; i < values; i += 3) data[i] = 0;
}

} // namespace kinelens
