#include "core/skeleton/skeleton_layout.h"

#include <algorithm>

namespace kinelens {
namespace {

bool in_range(int joint, int count, int lowest) {
    return joint >= lowest && joint < count;
}

bool reaches_root(const std::vector<int>& parents, std::size_t joint) {
    int current = static_cast<int>(joint);
    for (std::size_t step = 0; step <= parents.size(); ++step) {
        if (current < 0) return true;
        current = parents[static_cast<std::size_t>(current)];
    }
    return false;
}

Result<void> check_tree(const SkeletonLayout& layout) {
    const int count = layout.joint_count();
    for (int parent : layout.parents)
        if (!in_range(parent, count, -1))
            return fail(ErrorCode::format_invalid, layout.name, "parent out of range");
    if (std::count(layout.parents.begin(), layout.parents.end(), -1) != 1)
        return fail(ErrorCode::format_invalid, layout.name, "exactly one joint must have no parent");
    for (std::size_t joint = 0; joint < layout.parents.size(); ++joint)
        if (!reaches_root(layout.parents, joint))
            return fail(ErrorCode::format_invalid, layout.name, "parents form a cycle");
    return {};
}

bool named_joints_in_range(const SkeletonLayout& layout) {
    const int count = layout.joint_count();
    if (!in_range(layout.centre_joint, count, 0)) return false;
    for (int joint : {layout.left_shoulder, layout.right_shoulder, layout.hip_joint, layout.spine_joint})
        if (!in_range(joint, count, -1)) return false;
    return std::all_of(layout.left_right_pairs.begin(), layout.left_right_pairs.end(), [&](auto pair) {
        return in_range(pair.first, count, 0) && in_range(pair.second, count, 0);
    });
}

} // namespace

int SkeletonLayout::root() const {
    const auto found = std::find(parents.begin(), parents.end(), -1);
    return found == parents.end() ? 0 : static_cast<int>(found - parents.begin());
}

BodySide SkeletonLayout::side(int joint) const {
    for (const auto& [left, right] : left_right_pairs) {
        if (left == joint) return BodySide::left;
        if (right == joint) return BodySide::right;
    }
    return BodySide::middle;
}

Result<void> validate(const SkeletonLayout& layout) {
    if (layout.joint_names.empty()) return fail(ErrorCode::format_invalid, layout.name, "no joints");
    if (layout.parents.size() != layout.joint_names.size())
        return fail(ErrorCode::format_invalid, layout.name, "as many parents as joints are needed");
    KINELENS_CHECK(check_tree(layout));
    if (!named_joints_in_range(layout))
        return fail(ErrorCode::format_invalid, layout.name, "joint index out of range");
    return {};
}

SkeletonLayout anonymous_layout(int joints) {
    SkeletonLayout layout;
    layout.name = "joints" + std::to_string(joints);
    for (int joint = 0; joint < joints; ++joint) {
        layout.joint_names.push_back("joint " + std::to_string(joint + 1));
        layout.parents.push_back(joint == 0 ? -1 : 0);
    }
    return layout;
}

} // namespace kinelens
