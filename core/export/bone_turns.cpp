#include "core/export/bone_turns.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kinelens {
namespace {

constexpr double rigid_tolerance = 0.0002; // metres by which a bone may miss its end
constexpr double degenerate = 1e-9;

double length(const Vector3& v) {
    return std::hypot(v[0], v[1], v[2]);
}
double dot(const Vector3& a, const Vector3& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
Vector3 cross(const Vector3& a, const Vector3& b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}
Vector3 scaled(const Vector3& v, double factor) {
    return {v[0] * factor, v[1] * factor, v[2] * factor};
}
Vector3 difference(const Vector3& a, const Vector3& b) {
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}

// Columns a, b, c.
Rotation of_columns(const Vector3& a, const Vector3& b, const Vector3& c) {
    return {{a[0], b[0], c[0], a[1], b[1], c[1], a[2], b[2], c[2]}};
}

// The smallest turn that brings one direction to another (Rodrigues).
Rotation smallest_turn(const Vector3& from, const Vector3& to) {
    if (length(from) < degenerate || length(to) < degenerate) return {};
    const Vector3 a = scaled(from, 1 / length(from));
    const Vector3 b = scaled(to, 1 / length(to));
    Vector3 axis = cross(a, b);
    const double sine = length(axis);
    const double cosine = dot(a, b);
    if (sine < degenerate) {
        if (cosine > 0) return {};
        axis = cross(a, std::abs(a[0]) < 0.9 ? Vector3{1, 0, 0} : Vector3{0, 1, 0});
        const Vector3 u = scaled(axis, 1 / length(axis)); // half a turn: 2 u u' - 1
        return {{2 * u[0] * u[0] - 1, 2 * u[0] * u[1], 2 * u[0] * u[2], 2 * u[1] * u[0], 2 * u[1] * u[1] - 1,
                 2 * u[1] * u[2], 2 * u[2] * u[0], 2 * u[2] * u[1], 2 * u[2] * u[2] - 1}};
    }
    // R = 1 + K + K^2 / (1 + cosine), K the matrix of the cross product with a x b.
    const double k = 1 / (1 + cosine);
    const auto [x, y, z] = axis;
    return {{cosine + k * x * x, k * x * y - z, k * x * z + y, k * x * y + z, cosine + k * y * y,
             k * y * z - x, k * x * z - y, k * y * z + x, cosine + k * z * z}};
}

// A right-handed frame of axes with the first along `main` and the second in the plane of both.
Rotation frame_of(const Vector3& main, const Vector3& other) {
    const Vector3 first = scaled(main, 1 / length(main));
    const Vector3 normal = cross(main, other);
    const Vector3 third = scaled(normal, 1 / length(normal));
    return of_columns(first, cross(third, first), third);
}

} // namespace

BoneTurns::BoneTurns(const SkeletonLayout& layout, const Motion& motion)
    : layout_(layout)
    , motion_(motion)
    , children_(static_cast<std::size_t>(layout.joint_count()))
    , lengths_(children_.size())
    , offsets_(children_.size())
    , moves_(children_.size()) {
    for (int joint = 0; joint < layout.joint_count(); ++joint)
        if (const int parent = layout.parents[static_cast<std::size_t>(joint)]; parent >= 0)
            children_[static_cast<std::size_t>(parent)].push_back(joint);
    find_order(layout.root());
    find_offsets();
    find_moves();
}

void BoneTurns::find_order(int joint) {
    std::vector<int> waiting{joint};
    while (!waiting.empty()) {
        const int next = waiting.back();
        waiting.pop_back();
        order_.push_back(next);
        const std::vector<int>& below = children(next);
        waiting.insert(waiting.end(), below.rbegin(), below.rend());
    }
}

void BoneTurns::find_offsets() {
    for (const int joint : order_) {
        const int parent = layout_.parents[static_cast<std::size_t>(joint)];
        if (parent < 0) continue;
        double sum = 0;
        Vector3 direction{};
        for (std::int64_t frame = motion_.frames - 1; frame >= 0; --frame) {
            const float* from = motion_.joint(frame, 0, parent);
            const float* to = motion_.joint(frame, 0, joint);
            const Vector3 way{double(to[0]) - from[0], double(to[1]) - from[1], double(to[2]) - from[2]};
            sum += length(way);
            if (length(way) > degenerate) direction = scaled(way, 1 / length(way));
        }
        const auto at = static_cast<std::size_t>(joint);
        lengths_[at] = sum / static_cast<double>(motion_.frames);
        offsets_[at] = scaled(direction, lengths_[at]);
    }
}

Vector3 BoneTurns::bone(int joint, std::int64_t frame) const {
    const auto at = static_cast<std::size_t>(joint);
    const float* from = motion_.joint(frame, 0, layout_.parents[at]);
    const float* to = motion_.joint(frame, 0, joint);
    const Vector3 way{double(to[0]) - from[0], double(to[1]) - from[1], double(to[2]) - from[2]};
    const double now = length(way);
    return now > degenerate ? scaled(way, lengths_[at] / now) : offsets_[at];
}

// The turn of a joint in the world: of the two bones below it that span the widest plane the first exactly;
// of one bone the smallest turn from where its parent's carries it.
Rotation BoneTurns::turn_of(int joint, const Rotation& parent, std::int64_t frame) const {
    const std::vector<int>& below = children(joint);
    if (below.empty()) return parent;
    int main = below.front();
    int other = -1;
    double widest = 1e-6;
    for (const int a : below)
        for (const int b : below) {
            const double area = length(cross(offset(a), offset(b)));
            if (a >= b || area <= widest) continue;
            widest = area;
            main = a;
            other = b;
        }
    if (other >= 0) {
        const Vector3 now = bone(main, frame);
        const Vector3 beside = bone(other, frame);
        if (length(cross(now, beside)) > 1e-3 * length(now) * length(beside))
            return frame_of(now, beside) * frame_of(offset(main), offset(other)).inverse();
    }
    return smallest_turn(parent * offset(main), bone(main, frame)) * parent;
}

void BoneTurns::find_moves() {
    std::vector<Rotation> world(children_.size());
    for (std::int64_t frame = 0; frame < motion_.frames; ++frame)
        for (const int joint : order_) {
            const int parent = layout_.parents[static_cast<std::size_t>(joint)];
            const Rotation above = parent < 0 ? Rotation{} : world[static_cast<std::size_t>(parent)];
            world[static_cast<std::size_t>(joint)] = turn_of(joint, above, frame);
            for (const int child : children(joint)) {
                const Vector3 end = world[static_cast<std::size_t>(joint)] * offset(child);
                if (length(difference(end, bone(child, frame))) > rigid_tolerance)
                    moves_[static_cast<std::size_t>(child)] = true;
            }
        }
}

BoneTurns::Pose BoneTurns::pose(std::int64_t frame) const {
    Pose pose{std::vector<Rotation>(children_.size()), offsets_};
    std::vector<Rotation> world(children_.size());
    for (const int joint : order_) {
        const auto at = static_cast<std::size_t>(joint);
        const int parent = layout_.parents[at];
        const Rotation above = parent < 0 ? Rotation{} : world[static_cast<std::size_t>(parent)];
        world[at] = turn_of(joint, above, frame);
        pose.turns[at] = above.inverse() * world[at];
        if (parent < 0) {
            const float* root = motion_.joint(frame, 0, joint);
            pose.offsets[at] = {root[0], root[1], root[2]};
        } else if (moves_[at]) {
            pose.offsets[at] = above.inverse() * bone(joint, frame);
        }
    }
    return pose;
}

Vector3 angles_zxy(const Rotation& turn) {
    constexpr double degrees = 180 / std::numbers::pi;
    const auto& r = turn.values;
    const double x = std::asin(std::clamp(r[7], -1.0, 1.0));
    // Where x is a right angle, y and z turn about the same axis: z does it all.
    if (std::abs(r[7]) > 1 - 1e-12) return {std::atan2(r[3], r[0]) * degrees, x * degrees, 0};
    return {std::atan2(-r[1], r[4]) * degrees, x * degrees, std::atan2(-r[6], r[8]) * degrees};
}

} // namespace kinelens
