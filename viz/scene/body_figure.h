// One frame of a recording as a triangle mesh: rounded bones and joints, coloured by side and body.
#pragma once

#include "core/dataset/dataset.h"
#include "viz/palette/palette.h"

#include <array>
#include <cstdint>
#include <vector>

namespace kinelens::viz {

using Point = std::array<float, 3>;

struct TriangleMesh {
    std::vector<Point> points;
    std::vector<Point> normals;                       // unit length
    std::vector<std::array<std::uint8_t, 3>> colours; // a point each
    std::vector<std::int64_t> corners;                // three a triangle
    void clear();
};

// Raw coordinates -> the scene's: metres, y up, right-handed. `up` as in DatasetInfo.
Point to_scene(const float* raw, const std::string& up);

// True where the joint was seen: its body is tracked and it does not stand at the very origin.
bool joint_seen(const Motion& motion, std::int64_t frame, int body, int joint);

// Replaces `mesh` by the figures of one frame; nothing where nobody was seen.
void build_figures(const Motion& motion, std::int64_t frame, const SkeletonLayout& layout,
                   const std::string& up, const Palette& palette, TriangleMesh& mesh);

} // namespace kinelens::viz
