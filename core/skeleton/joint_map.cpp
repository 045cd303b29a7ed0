#include "core/skeleton/joint_map.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>

namespace kinelens {
namespace {

// Names of one place, the side left out.
using Names = std::array<std::string_view, 6>;
constexpr std::array<Names, 10> same_places{
    Names{"base of spine", "hip centre", "waist", "pelvis", "root", "middle hip"},
    Names{"middle of spine", "spine", "spine naval", "spine 2", "upper back"},
    Names{"spine at shoulders", "shoulder centre", "chest", "spine chest", "spine 3", "thorax"},
    Names{"shoulder", "upper arm"},
    Names{"elbow", "forearm"},
    Names{"wrist", "hand"},
    Names{"hip", "upper leg"},
    Names{"knee", "lower leg"},
    Names{"ankle", "foot"},
    Names{"foot", "toes", "foot index", "big toe"}};

struct SidedName {
    std::string_view side, place;
};

SidedName parts_of(std::string_view name) {
    for (const std::string_view side : {"left ", "right "})
        if (name.starts_with(side)) return {side, name.substr(side.size())};
    return {"", name};
}

int named(const SkeletonLayout& layout, std::string_view side, std::string_view place) {
    for (int joint = 0; joint < layout.joint_count(); ++joint) {
        const SidedName name = parts_of(layout.joint_names[static_cast<std::size_t>(joint)]);
        if (name.side == side && name.place == place) return joint;
    }
    return -1;
}

int counterpart(const SkeletonLayout& given, std::string_view wanted) {
    const SidedName name = parts_of(wanted);
    if (const int same = named(given, name.side, name.place); same >= 0) return same;
    for (const Names& places : same_places) {
        if (std::ranges::find(places, name.place) == places.end()) continue;
        for (const std::string_view other : places)
            if (const int joint = other.empty() ? -1 : named(given, name.side, other); joint >= 0)
                return joint;
    }
    return -1;
}

} // namespace

Result<std::vector<int>> joint_map(const SkeletonLayout& given, const SkeletonLayout& wanted) {
    std::vector<int> map;
    for (const std::string& name : wanted.joint_names) map.push_back(counterpart(given, name));
    const auto found = std::ranges::count_if(map, [](int joint) { return joint >= 0; });
    if (found == 0 && given.joint_count() == wanted.joint_count()) {
        std::iota(map.begin(), map.end(), 0);
        return map;
    }
    if (2 * found < static_cast<std::ptrdiff_t>(map.size()))
        return fail(ErrorCode::joint_count_wrong, given.name,
                    std::to_string(found) + " of the " + std::to_string(map.size()) +
                        " joints the checkpoint was trained on have a counterpart among its " +
                        std::to_string(given.joint_count()));
    const std::vector<int> known = map;
    for (std::size_t joint = 0; joint < map.size(); ++joint) {
        int above = static_cast<int>(joint);
        while (above >= 0 && known[static_cast<std::size_t>(above)] < 0)
            above = wanted.parents[static_cast<std::size_t>(above)];
        map[joint] = above >= 0 ? known[static_cast<std::size_t>(above)] : given.centre_joint;
    }
    return map;
}

bool is_identity(const std::vector<int>& map, int given_joints) {
    if (static_cast<int>(map.size()) != given_joints) return false;
    for (std::size_t joint = 0; joint < map.size(); ++joint)
        if (map[joint] != static_cast<int>(joint)) return false;
    return true;
}

} // namespace kinelens
