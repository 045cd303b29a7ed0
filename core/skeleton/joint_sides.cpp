#include "core/skeleton/joint_sides.h"

#include "core/foundation/lower_case.h"

#include <algorithm>
#include <array>
#include <map>

namespace kinelens {
namespace {

// What the right partner of a left joint may be called, in lower case; the name itself if it names no side.
std::string mirrored(const std::string& name) {
    if (const std::size_t at = name.find("left"); at != std::string::npos)
        return name.substr(0, at) + "right" + name.substr(at + 4);
    if (name.starts_with("l")) return "r" + name.substr(1);
    for (const char* mark : {"_l", ".l", " l", ":l"})
        if (const std::size_t at = name.rfind(mark); at != std::string::npos)
            return name.substr(0, at + 1) + "r" + name.substr(at + 2);
    return name;
}

bool is_shoulder(const std::string& name) {
    constexpr std::array upper{"shoulder", "humerus", "upperarm", "uparm", "shldr"};
    return std::ranges::any_of(upper, [&](const char* word) { return name.find(word) != std::string::npos; });
}

} // namespace

void find_sides(SkeletonLayout& layout) {
    std::map<std::string, int> places;
    for (int joint = 0; joint < layout.joint_count(); ++joint)
        places.emplace(lower_case(layout.joint_names[static_cast<std::size_t>(joint)]), joint);
    layout.left_right_pairs.clear();
    for (int joint = 0; joint < layout.joint_count(); ++joint) {
        const std::string name = lower_case(layout.joint_names[static_cast<std::size_t>(joint)]);
        const auto partner = places.find(mirrored(name));
        if (partner == places.end() || partner->second == joint) continue;
        layout.left_right_pairs.emplace_back(joint, partner->second);
        if (layout.left_shoulder >= 0 || !is_shoulder(name)) continue;
        layout.left_shoulder = joint;
        layout.right_shoulder = partner->second;
    }
}

} // namespace kinelens
