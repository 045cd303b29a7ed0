#include "core/preparation/normalisation.h"

#include "core/preparation/missing_joints.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kinelens {
namespace {

constexpr int bodies_considered = 4;

double sum_of(const float* values, std::size_t count) {
    return std::accumulate(values, values + count, 0.0);
}

double body_sum(const Clip& clip, std::int64_t frame, int body) {
    return sum_of(clip.joint(frame, body, 0), static_cast<std::size_t>(clip.joints) * 3);
}

double energy(const Motion& motion, int body) {
    std::array<double, 3> sums{};
    std::array<double, 3> squares{};
    double count = 0;
    for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
        const float* values = motion.joint(frame, body, 0);
        if (sum_of(values, static_cast<std::size_t>(motion.joints) * 3) == 0.0) continue;
        for (int joint = 0; joint < motion.joints; ++joint)
            for (std::size_t axis = 0; axis < 3; ++axis) {
                const double value = values[static_cast<std::size_t>(joint) * 3 + axis];
                sums[axis] += value;
                squares[axis] += value * value;
            }
        count += motion.joints;
    }
    double total = 0;
    for (std::size_t axis = 0; axis < 3 && count > 0; ++axis) {
        const double mean = sums[axis] / count;
        total += std::sqrt(std::max(0.0, squares[axis] / count - mean * mean));
    }
    return total;
}

void move_to_front(Clip& clip, int body) {
    const auto size = static_cast<std::ptrdiff_t>(clip.joints) * 3;
    std::int64_t kept = 0;
    for (std::int64_t frame = 0; frame < clip.frames; ++frame) {
        if (body_sum(clip, frame, body) == 0.0) continue;
        if (kept != frame) std::copy_n(clip.joint(frame, body, 0), size, clip.joint(kept, body, 0));
        ++kept;
    }
    for (; kept < clip.frames; ++kept) std::fill_n(clip.joint(kept, body, 0), size, 0.0f);
}

void repeat_over_tail(Clip& clip, int body) {
    std::int64_t used = clip.frames; // frames before the null tail
    while (used > 0 && body_sum(clip, used - 1, body) == 0.0) --used;
    const auto size = static_cast<std::ptrdiff_t>(clip.joints) * 3;
    for (std::int64_t frame = used; used > 0 && frame < clip.frames; ++frame)
        std::copy_n(clip.joint((frame - used) % used, body, 0), size, clip.joint(frame, body, 0));
}

std::array<double, 3> difference(const Clip& clip, int to, int from) {
    std::array<double, 3> result{};
    for (std::size_t axis = 0; axis < 3; ++axis)
        result[axis] = double(clip.joint(0, 0, to)[axis]) - double(clip.joint(0, 0, from)[axis]);
    return result;
}

double norm(const std::array<double, 3>& v) {
    return std::sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
}

// Rotation by `angle` about `axis`, by half-angle (Euler–Rodrigues) parameters.
Matrix3 axis_rotation(const std::array<double, 3>& axis, double angle) {
    const double length = norm(axis);
    const double a = std::cos(angle / 2);
    const double s = std::sin(angle / 2) / length;
    const double b = axis[0] * s;
    const double c = axis[1] * s;
    const double d = axis[2] * s;
    return {a * a + b * b - c * c - d * d, 2 * (b * c - a * d),           2 * (b * d + a * c),
            2 * (b * c + a * d),           a * a + c * c - b * b - d * d, 2 * (c * d - a * b),
            2 * (b * d - a * c),           2 * (c * d + a * b),           a * a + d * d - b * b - c * c};
}

// From the left to the right shoulder of the first body, summed over all frames; the vertical part is zero.
std::array<double, 3> across_shoulders(const Clip& clip, const SkeletonLayout& layout, std::size_t vertical) {
    std::array<double, 3> across{};
    for (std::int64_t frame = 0; frame < clip.frames; ++frame)
        for (std::size_t axis = 0; axis < 3; ++axis)
            across[axis] += double(clip.joint(frame, 0, layout.right_shoulder)[axis]) -
                            double(clip.joint(frame, 0, layout.left_shoulder)[axis]);
    across[vertical] = 0;
    return across;
}

// The turn about the vertical that brings `across` onto +x; unlike rotation_between it also turns a body that
// faces exactly away.
Matrix3 turn_about_vertical(const std::array<double, 3>& across, std::size_t vertical) {
    const std::size_t depth = vertical == 1 ? 2 : 1;
    const double length = norm(across);
    if (length == 0.0) return {1, 0, 0, 0, 1, 0, 0, 0, 1};
    const double c = across[0] / length;
    const double s = across[depth] / length;
    Matrix3 turn{};
    turn[0] = c;
    turn[depth] = s;
    turn[depth * 3] = -s;
    turn[depth * 3 + depth] = c;
    turn[vertical * 3 + vertical] = 1;
    return turn;
}

void face_one_way(Clip& clip, const SkeletonLayout& layout, const std::string& up) {
    const std::size_t vertical = up == "z" ? 2 : 1;
    rotate(clip, turn_about_vertical(across_shoulders(clip, layout, vertical), vertical));
}

// The first `keep` of the listed bodies.
Clip bodies_of(const Motion& motion, const std::vector<int>& listed, int keep) {
    Clip clip(motion.frames, keep, motion.joints);
    const auto size = static_cast<std::ptrdiff_t>(motion.joints) * 3;
    for (int place = 0; place < std::min(keep, static_cast<int>(listed.size())); ++place)
        for (std::int64_t frame = 0; frame < motion.frames; ++frame)
            std::copy_n(motion.joint(frame, listed[static_cast<std::size_t>(place)], 0), size,
                        clip.joint(frame, place, 0));
    return clip;
}

} // namespace

NormalisationOptions normalisation_options(Normalisation preprocess, int bodies, const std::string& up) {
    if (preprocess == Normalisation::none) return {bodies, false, false, false, Alignment::none, up};
    NormalisationOptions options;
    options.bodies = bodies;
    options.up = up;
    if (preprocess == Normalisation::paper) options.alignment = Alignment::spine_and_shoulders;
    if (preprocess == Normalisation::upright) options.alignment = Alignment::facing;
    return options;
}

Clip select_bodies(const Motion& motion, int keep) {
    const int considered = std::min(motion.bodies, bodies_considered);
    std::vector<std::pair<double, int>> order;
    for (int body = 0; body < considered; ++body) order.emplace_back(energy(motion, body), body);
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a > b; });
    std::vector<int> chosen;
    for (const auto& [most, body] : order) chosen.push_back(body);
    return bodies_of(motion, chosen, keep);
}

Clip first_bodies(const Motion& motion, int keep) {
    std::vector<int> all(static_cast<std::size_t>(motion.bodies));
    std::iota(all.begin(), all.end(), 0);
    return bodies_of(motion, all, keep);
}

void fill_null_frames(Clip& clip) {
    if (clip.frames == 0) return;
    for (int body = 0; body < clip.bodies; ++body) {
        if (body_sum(clip, 0, body) == 0.0) move_to_front(clip, body);
        repeat_over_tail(clip, body);
    }
}

void centre_on_joint(Clip& clip, int centre_joint) {
    for (std::int64_t frame = 0; frame < clip.frames; ++frame) {
        std::array<float, 3> centre{};
        std::copy_n(clip.joint(frame, 0, centre_joint), 3, centre.begin());
        float* values = clip.row(frame);
        for (std::size_t i = 0; i < clip.row_size(); i += 3) {
            if (values[i] + values[i + 1] + values[i + 2] == 0.0f) {
                std::fill_n(values + i, 3, 0.0f);
                continue;
            }
            for (std::size_t axis = 0; axis < 3; ++axis) values[i + axis] -= centre[axis];
        }
    }
}

Matrix3 rotation_between(const std::array<double, 3>& from, const std::array<double, 3>& onto) {
    const Matrix3 identity{1, 0, 0, 0, 1, 0, 0, 0, 1};
    const std::array<double, 3> axis{from[1] * onto[2] - from[2] * onto[1],
                                     from[2] * onto[0] - from[0] * onto[2],
                                     from[0] * onto[1] - from[1] * onto[0]};
    const double lengths = norm(from) * norm(onto);
    if (lengths == 0.0) return identity;
    const double cosine = (from[0] * onto[0] + from[1] * onto[1] + from[2] * onto[2]) / lengths;
    const double angle = std::acos(std::clamp(cosine, -1.0, 1.0));
    const double axis_sum = std::abs(axis[0]) + std::abs(axis[1]) + std::abs(axis[2]);
    if (axis_sum < 1e-6 || std::abs(angle) < 1e-6) return identity;
    return axis_rotation(axis, angle);
}

void rotate(Clip& clip, const Matrix3& r) {
    for (std::size_t i = 0; i + 2 < clip.data.size(); i += 3) {
        const double x = clip.data[i];
        const double y = clip.data[i + 1];
        const double z = clip.data[i + 2];
        clip.data[i] = static_cast<float>(r[0] * x + r[1] * y + r[2] * z);
        clip.data[i + 1] = static_cast<float>(r[3] * x + r[4] * y + r[5] * z);
        clip.data[i + 2] = static_cast<float>(r[6] * x + r[7] * y + r[8] * z);
    }
}

namespace {

Clip normalise_whole(const Motion& motion, const SkeletonLayout& layout,
                     const NormalisationOptions& options) {
    const int bodies = options.bodies > 0 ? options.bodies : std::min(motion.bodies, 2);
    Clip clip = options.choose_bodies ? select_bodies(motion, bodies) : first_bodies(motion, bodies);
    if (options.fill_gaps) fill_null_frames(clip);
    if (options.centre) centre_on_joint(clip, layout.centre_joint);
    // A body in a picture is turned by nobody: what lies behind it is not known.
    if (clip.frames == 0 || motion.dimensions == 2) return clip;
    if (options.alignment == Alignment::spine_and_shoulders && layout.hip_joint >= 0 &&
        layout.spine_joint >= 0)
        rotate(clip, rotation_between(difference(clip, layout.spine_joint, layout.hip_joint), {0, 0, 1}));
    if (layout.left_shoulder < 0 || layout.right_shoulder < 0) return clip;
    if (options.alignment == Alignment::facing)
        face_one_way(clip, layout, options.up);
    else if (options.alignment != Alignment::none)
        rotate(clip,
               rotation_between(difference(clip, layout.right_shoulder, layout.left_shoulder), {1, 0, 0}));
    return clip;
}

} // namespace

Clip normalise(const Motion& motion, const SkeletonLayout& layout, const NormalisationOptions& options) {
    const bool missing = has_missing_joints(motion);
    if (!missing && motion.dimensions == 3) return normalise_whole(motion, layout, options);
    const Motion whole = missing ? fill_missing_joints(motion, layout) : motion;
    if (motion.dimensions == 3) return normalise_whole(whole, layout, options);
    Clip clip = normalise_whole(in_picture_units(whole), layout, options);
    clip.planar = true;
    return clip;
}

} // namespace kinelens
