#include "viz/scene/mesh_builder.h"

#include <cmath>
#include <numbers>

namespace kinelens::viz {
namespace {

constexpr int tube_corners = 12; // around a bone
constexpr float two_pi = 2 * std::numbers::pi_v<float>;

// A ball of radius 1 as rings of points from pole to pole. Made once: every frame draws some fifty.
struct UnitBall {
    int around;
    int rings; // the poles are the first and the last
    std::vector<Point> points;

    UnitBall(int around_, int rings_)
        : around(around_)
        , rings(rings_) {
        for (int ring = 0; ring < rings; ++ring) {
            const float polar = two_pi / 2 * static_cast<float>(ring) / static_cast<float>(rings - 1);
            for (int i = 0; i < around; ++i) {
                const float angle = two_pi * static_cast<float>(i) / static_cast<float>(around);
                points.push_back(
                    {std::sin(polar) * std::cos(angle), std::cos(polar), std::sin(polar) * std::sin(angle)});
            }
        }
    }
};

// At a figure's usual distance the outline's corners then stay within half a pixel of a circle, also where a
// point of the window is two pixels wide.
const UnitBall& ball_for(float radius) {
    static const UnitBall fine(32, 17), usual(14, 8), coarse(10, 6);
    return radius > 0.06f ? fine : radius > 0.025f ? usual : coarse;
}

Point cross(Point a, Point b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

Point unit(Point a) {
    const float size = length(a);
    return size > 0 ? Point{a[0] / size, a[1] / size, a[2] / size} : Point{0, 1, 0};
}

} // namespace

void TriangleMesh::clear() {
    points.clear();
    normals.clear();
    colours.clear();
    corners.clear();
}

Point plus(Point a, Point b, float scale) {
    return {a[0] + scale * b[0], a[1] + scale * b[1], a[2] + scale * b[2]};
}

float length(Point a) {
    return std::sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
}

void MeshBuilder::ball(Point centre, float radius, Colour colour) {
    const UnitBall& ball = ball_for(radius);
    const auto first = static_cast<std::int64_t>(mesh_.points.size());
    for (const Point& normal : ball.points) add(plus(centre, normal, radius), normal, colour);
    for (int ring = 0; ring + 1 < ball.rings; ++ring)
        join(first + ring * ball.around, first + (ring + 1) * ball.around, ball.around, ring == 0,
             ring + 2 == ball.rings);
}

void MeshBuilder::tube(Point from, Point to, float from_radius, float to_radius, Colour colour) {
    static const UnitBall circle(tube_corners, 3); // its middle ring
    const Point axis = unit(plus(to, from, -1));
    const Point side = unit(cross(axis, std::abs(axis[1]) < 0.9f ? Point{0, 1, 0} : Point{1, 0, 0}));
    const Point other = cross(axis, side);
    const auto first = static_cast<std::int64_t>(mesh_.points.size());
    for (const bool end : {false, true})
        for (int i = 0; i < tube_corners; ++i) {
            const Point& corner = circle.points[static_cast<std::size_t>(tube_corners + i)];
            const Point normal = plus(plus({0, 0, 0}, side, corner[0]), other, corner[2]);
            add(plus(end ? to : from, normal, end ? to_radius : from_radius), normal, colour);
        }
    join(first, first + tube_corners, tube_corners, false, false);
}

void MeshBuilder::add(Point point, Point normal, Colour colour) {
    mesh_.points.push_back(point);
    mesh_.normals.push_back(normal);
    mesh_.colours.push_back({colour.red, colour.green, colour.blue});
}

// Two rings make a band of quadrilaterals; at a pole one half of each has no area and is left out.
void MeshBuilder::join(std::int64_t lower, std::int64_t upper, int around, bool lower_pole, bool upper_pole) {
    for (int i = 0; i < around; ++i) {
        const int next = (i + 1) % around;
        if (!upper_pole)
            for (const std::int64_t corner : {lower + i, upper + next, upper + i})
                mesh_.corners.push_back(corner);
        if (!lower_pole)
            for (const std::int64_t corner : {lower + i, lower + next, upper + next})
                mesh_.corners.push_back(corner);
    }
}

} // namespace kinelens::viz
