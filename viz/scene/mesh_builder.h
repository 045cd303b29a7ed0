// Balls and tapered tubes as triangles with normals, as fine as their size on the screen needs.
#pragma once

#include "viz/palette/colour.h"

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

Point plus(Point a, Point b, float scale = 1); // a + scale b
float length(Point a);

// Adds to `mesh`. Radii in metres.
class MeshBuilder {
public:
    explicit MeshBuilder(TriangleMesh& mesh)
        : mesh_(mesh) {}

    void ball(Point centre, float radius, Colour colour);
    void tube(Point from, Point to, float from_radius, float to_radius, Colour colour); // open at its ends

private:
    void add(Point point, Point normal, Colour colour);
    void join(std::int64_t lower, std::int64_t upper, int around, bool lower_pole, bool upper_pole);

    TriangleMesh& mesh_;
};

} // namespace kinelens::viz
