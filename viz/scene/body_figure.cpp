#include "viz/scene/body_figure.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kinelens::viz {
namespace {

constexpr int around = 10; // corners around a bone
constexpr int rings = 5;   // of a joint's ball between its poles

Point plus(Point a, Point b, float scale = 1) {
    return {a[0] + scale * b[0], a[1] + scale * b[1], a[2] + scale * b[2]};
}
Point cross(Point a, Point b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}
float length(Point a) {
    return std::sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
}
Point unit(Point a) {
    const float size = length(a);
    return size > 0 ? Point{a[0] / size, a[1] / size, a[2] / size} : Point{0, 1, 0};
}

class Builder {
public:
    explicit Builder(TriangleMesh& mesh)
        : mesh_(mesh) {}

    void ball(Point centre, float radius, Colour colour) {
        const auto first = static_cast<std::int64_t>(mesh_.points.size());
        for (int ring = 0; ring <= rings + 1; ++ring) {
            const float polar = std::numbers::pi_v<float> * static_cast<float>(ring) / (rings + 1);
            for (int i = 0; i < around; ++i) {
                const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / around;
                const Point normal{std::sin(polar) * std::cos(angle), std::cos(polar),
                                   std::sin(polar) * std::sin(angle)};
                add(plus(centre, normal, radius), normal, colour);
            }
        }
        for (int ring = 0; ring <= rings; ++ring) join(first + ring * around, first + (ring + 1) * around);
    }

    void bone(Point from, Point to, float fromRadius, float toRadius, Colour colour) {
        const Point axis = unit(plus(to, from, -1));
        const Point side = unit(cross(axis, std::abs(axis[1]) < 0.9f ? Point{0, 1, 0} : Point{1, 0, 0}));
        const Point other = cross(axis, side);
        const auto first = static_cast<std::int64_t>(mesh_.points.size());
        for (const bool end : {false, true})
            for (int i = 0; i < around; ++i) {
                const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / around;
                const Point normal = plus(plus({0, 0, 0}, side, std::cos(angle)), other, std::sin(angle));
                add(plus(end ? to : from, normal, end ? toRadius : fromRadius), normal, colour);
            }
        join(first, first + around);
    }

private:
    void add(Point point, Point normal, Colour colour) {
        mesh_.points.push_back(point);
        mesh_.normals.push_back(normal);
        mesh_.colours.push_back({colour.red, colour.green, colour.blue});
    }
    void join(std::int64_t lower, std::int64_t upper) {
        for (int i = 0; i < around; ++i) {
            const int next = (i + 1) % around;
            for (const std::int64_t corner :
                 {lower + i, upper + next, upper + i, lower + i, lower + next, upper + next})
                mesh_.corners.push_back(corner);
        }
    }

    TriangleMesh& mesh_;
};

bool is_head(const SkeletonLayout& layout, int joint) {
    return layout.joint_names[static_cast<std::size_t>(joint)] == "head";
}

float joint_radius(const SkeletonLayout& layout, int joint) {
    if (is_head(layout, joint)) return 0.085f;
    const bool leaf = std::find(layout.parents.begin(), layout.parents.end(), joint) == layout.parents.end();
    return leaf ? 0.018f : 0.032f;
}

} // namespace

void TriangleMesh::clear() {
    points.clear();
    normals.clear();
    colours.clear();
    corners.clear();
}

Point to_scene(const float* raw, const std::string& up) {
    if (up == "-y") return {raw[0], -raw[1], -raw[2]};
    if (up == "z") return {raw[0], raw[2], -raw[1]};
    return {raw[0], raw[1], raw[2]};
}

bool joint_seen(const Motion& motion, std::int64_t frame, int body, int joint) {
    const float* at = motion.joint(frame, body, joint);
    return motion.is_tracked(frame, body) && (at[0] != 0 || at[1] != 0 || at[2] != 0);
}

void build_figures(const Motion& motion, std::int64_t frame, const SkeletonLayout& layout,
                   const std::string& up, const Palette& palette, TriangleMesh& mesh) {
    mesh.clear();
    if (frame < 0 || frame >= motion.frames) return;
    Builder builder(mesh);
    const int joints = std::min(motion.joints, layout.joint_count());
    for (int body = 0; body < motion.bodies; ++body)
        for (int joint = 0; joint < joints; ++joint) {
            if (!joint_seen(motion, frame, body, joint)) continue;
            const Colour colour = body_colour(palette, layout.side(joint), body);
            const Point here = to_scene(motion.joint(frame, body, joint), up);
            builder.ball(here, joint_radius(layout, joint), colour);
            const int parent = layout.parents[static_cast<std::size_t>(joint)];
            if (parent < 0 || parent >= joints || !joint_seen(motion, frame, body, parent)) continue;
            const Point there = to_scene(motion.joint(frame, body, parent), up);
            const float thin = is_head(layout, joint) ? 0.03f : 0.85f * joint_radius(layout, joint);
            builder.bone(there, here, 0.027f, thin, colour);
        }
}

} // namespace kinelens::viz
