#include "core/dataset/plausibility.h"

#include "core/foundation/lower_case.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

constexpr std::int64_t frames_looked_at = 50;
constexpr double smallest_body = 0.3; // metres across
constexpr double largest_body = 3;

using Point = std::array<double, 3>;

Point difference(const float* to, const float* from) {
    return {double(to[0]) - from[0], double(to[1]) - from[1], double(to[2]) - from[2]};
}

Point cross(const Point& a, const Point& b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

double dot(const Point& a, const Point& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

Point up_vector(const std::string& up) {
    if (up == "z") return {0, 0, 1};
    return {0, up == "-y" ? -1.0 : 1.0, 0};
}

// The first joint whose name holds the word; -1: none.
int joint_named(const SkeletonLayout& layout, std::string_view word) {
    for (int joint = 0; joint < layout.joint_count(); ++joint)
        if (lower_case(layout.joint_names[static_cast<std::size_t>(joint)]).find(word) != std::string::npos)
            return joint;
    return -1;
}

int joint_of_side(const SkeletonLayout& layout, const std::string& side, const std::string& part) {
    const int joint = joint_named(layout, side + " " + part);
    return joint >= 0 ? joint : joint_named(layout, side + part);
}

// Calls `look` with the frames that are looked at and the bodies tracked there.
template <class Look>
void for_bodies(const Motion& motion, Look look) {
    const std::int64_t stride = std::max<std::int64_t>(1, motion.frames / frames_looked_at);
    for (std::int64_t frame = 0; frame < motion.frames; frame += stride)
        for (int body = 0; body < motion.bodies; ++body)
            if (motion.is_tracked(frame, body)) look(frame, body);
}

double size_of(const Motion& motion, std::int64_t frame, int body) {
    Point least{1e300, 1e300, 1e300};
    Point most{-1e300, -1e300, -1e300};
    for (int joint = 0; joint < motion.joints; ++joint) {
        if (!motion.is_measured(frame, body, joint)) continue;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            least[axis] = std::min(least[axis], double(motion.joint(frame, body, joint)[axis]));
            most[axis] = std::max(most[axis], double(motion.joint(frame, body, joint)[axis]));
        }
    }
    const double size = std::hypot(most[0] - least[0], most[1] - least[1], most[2] - least[2]);
    return std::isfinite(size) && size < 1e200 ? size : 0;
}

std::optional<double> odd_size(const Motion& motion) {
    std::vector<double> sizes;
    for_bodies(motion, [&](std::int64_t frame, int body) { sizes.push_back(size_of(motion, frame, body)); });
    if (sizes.empty()) return std::nullopt;
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    const bool odd = *middle != 0 && (*middle < smallest_body || *middle > largest_body);
    return odd ? std::optional(*middle) : std::nullopt;
}

// The axis along which `direction` points most.
std::string main_axis(const Point& direction) {
    std::size_t best = 0;
    for (std::size_t axis = 1; axis < 3; ++axis)
        if (std::abs(direction[axis]) > std::abs(direction[best])) best = axis;
    return std::string(direction[best] < 0 ? "-" : "") + "xyz"[best];
}

std::string head_axis(const Motion& motion, const BodyPlan& plan, const std::string& up) {
    if (plan.head < 0 || plan.feet.empty()) return {};
    const int foot = plan.feet.front();
    std::vector<std::string> axes;
    for_bodies(motion, [&](std::int64_t frame, int body) {
        if (!motion.is_measured(frame, body, plan.head) || !motion.is_measured(frame, body, foot)) return;
        axes.push_back(
            main_axis(difference(motion.joint(frame, body, plan.head), motion.joint(frame, body, foot))));
    });
    for (const char* axis : {"x", "-x", "y", "-y", "z", "-z"})
        if (axis != up && std::ranges::count(axes, axis) * 2 > static_cast<std::ptrdiff_t>(axes.size()))
            return axis;
    return {};
}

bool sides_exchanged(const Motion& motion, const BodyPlan& plan, const std::string& up) {
    if (plan.left_shoulder < 0 || plan.right_shoulder < 0 || plan.ankles_and_feet.empty()) return false;
    std::int64_t against = 0;
    std::int64_t frames = 0;
    for_bodies(motion, [&](std::int64_t frame, int body) {
        const auto measured = [&](int joint) { return motion.is_measured(frame, body, joint); };
        if (!measured(plan.left_shoulder) || !measured(plan.right_shoulder)) return;
        const Point forward = cross(up_vector(up), difference(motion.joint(frame, body, plan.right_shoulder),
                                                              motion.joint(frame, body, plan.left_shoulder)));
        double agreement = 0;
        for (const auto& [ankle, foot] : plan.ankles_and_feet)
            if (measured(ankle) && measured(foot))
                agreement += dot(
                    forward, difference(motion.joint(frame, body, foot), motion.joint(frame, body, ankle)));
        if (agreement == 0) return;
        ++frames;
        against += agreement < 0 ? 1 : 0;
    });
    return frames > 0 && against * 10 > frames * 8;
}

} // namespace

BodyPlan body_plan(const SkeletonLayout& layout) {
    BodyPlan plan;
    plan.head = joint_named(layout, "head");
    plan.left_shoulder = layout.left_shoulder;
    plan.right_shoulder = layout.right_shoulder;
    for (const char* side : {"left", "right"}) {
        const int ankle = joint_of_side(layout, side, "ankle");
        const int named_foot = joint_of_side(layout, side, "foot");
        const int foot = named_foot >= 0 ? named_foot : joint_of_side(layout, side, "toe");
        if (ankle >= 0 || foot >= 0) plan.feet.push_back(ankle >= 0 ? ankle : foot);
        if (ankle >= 0 && foot >= 0) plan.ankles_and_feet.emplace_back(ankle, foot);
    }
    return plan;
}

BodyDoubts doubts_of(const Motion& motion, const BodyPlan& plan, const std::string& up) {
    BodyDoubts doubts;
    if (motion.dimensions == 2) return doubts;
    doubts.odd_size = odd_size(motion);
    doubts.head_axis = head_axis(motion, plan, up);
    doubts.sides_exchanged = doubts.head_axis.empty() && sides_exchanged(motion, plan, up);
    return doubts;
}

} // namespace kinelens
