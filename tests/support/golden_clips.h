// Golden arrays in the published layout (C, T, V, M) as clips (T, M, V, 3), and their comparison.
#pragma once

#include "core/preparation/clip.h"
#include "tests/support/npy.h"

#include <algorithm>
#include <cmath>

namespace kinelens::test {

inline std::string golden(const std::string& name) {
    return std::string(KINELENS_SHARED_FOLDER) + "/golden/" + name;
}
inline bool has_golden() {
    return std::ifstream(golden("MANIFEST.tsv")).good();
}

// Item `n` of (N, C, T, V, M), or the whole of (C, T, V, M).
inline Clip to_clip(const NpyArray& array, std::int64_t n = 0) {
    const std::size_t lead = array.shape.size() - 4;
    const std::int64_t T = array.shape[lead + 1];
    const std::int64_t V = array.shape[lead + 2];
    const std::int64_t M = array.shape[lead + 3];
    Clip clip(T, static_cast<int>(M), static_cast<int>(V));
    for (std::int64_t c = 0; c < 3; ++c)
        for (std::int64_t t = 0; t < T; ++t)
            for (std::int64_t v = 0; v < V; ++v)
                for (std::int64_t m = 0; m < M; ++m)
                    clip.joint(t, static_cast<int>(m), static_cast<int>(v))[c] = static_cast<float>(
                        array.values[static_cast<std::size_t>((((n * 3 + c) * T + t) * V + v) * M + m)]);
    return clip;
}

inline Motion to_motion(const Clip& clip) {
    Motion motion(clip.frames, clip.bodies, clip.joints);
    motion.positions = clip.data;
    return motion;
}

inline double largest_difference(const std::vector<float>& a, const std::vector<float>& b) {
    if (a.size() != b.size()) return 1e30;
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        largest = std::max(largest, std::abs(double(a[i]) - double(b[i])));
    return largest;
}

} // namespace kinelens::test
