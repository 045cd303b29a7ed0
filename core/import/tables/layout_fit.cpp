#include "core/import/tables/layout_fit.h"

#include "core/import/tables/column_names.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace kinelens {
namespace {

// Of layouts of as many joints the one that is met most among positions in space.
constexpr std::array<std::string_view, 3> preferred{"ntu25", "h36m17", "smpl22"};

std::optional<LayoutFit> fit_by_names(const std::vector<std::string>& keys) {
    for (const std::string& name : built_in_layout_names()) {
        const auto layout = built_in_layout(name);
        if (!layout || layout->joint_names.size() != keys.size()) continue;
        LayoutFit fit{*layout, {}};
        for (const std::string& joint : layout->joint_names) {
            const auto at = std::ranges::find(keys, joint_key(joint));
            if (at == keys.end()) break;
            fit.joints.push_back(static_cast<int>(at - keys.begin()));
        }
        if (fit.joints.size() == keys.size()) return fit;
    }
    return std::nullopt;
}

std::optional<LayoutFit> fit_by_count(std::size_t count) {
    std::optional<LayoutFit> fit;
    std::string all;
    for (const std::string& name : built_in_layout_names()) {
        auto layout = built_in_layout(name);
        if (!layout || layout->joint_names.size() != count) continue;
        const bool wanted = std::ranges::find(preferred, name) != preferred.end();
        if (!fit || wanted) {
            if (fit) all += (all.empty() ? "" : ", ") + fit->layout.name;
            fit = LayoutFit{std::move(*layout), {}, false};
        } else {
            all += (all.empty() ? "" : ", ") + name;
        }
    }
    if (fit) fit->others = all;
    return fit;
}

bool is_number(const std::string& word) {
    return !word.empty() && word.size() < 6 &&
           std::ranges::all_of(word, [](char letter) { return letter >= '0' && letter <= '9'; });
}

} // namespace

int number_of_joint(const std::string& key) {
    constexpr std::array<std::string_view, 13> nothing{"j", "joint",  "kp", "keypoint", "p",    "pt", "point",
                                                       "m", "marker", "lm", "landmark", "node", "jnt"};
    int number = -1;
    for (const std::string& word : words_of_name(key)) {
        if (is_number(word) && number < 0)
            number = std::stoi(word);
        else if (std::ranges::find(nothing, word) == nothing.end())
            return -1;
    }
    return number;
}

std::optional<LayoutFit> fitting_layout(const std::vector<std::string>& keys) {
    if (auto fit = fit_by_names(keys)) return fit;
    const bool say_nothing = std::ranges::all_of(
        keys, [](const std::string& key) { return key.empty() || number_of_joint(key) >= 0; });
    if (!say_nothing) return std::nullopt;
    auto fit = fit_by_count(keys.size());
    if (!fit) return fit;
    fit->joints.resize(keys.size());
    std::iota(fit->joints.begin(), fit->joints.end(), 0);
    std::ranges::stable_sort(
        fit->joints, {}, [&](int joint) { return number_of_joint(keys[static_cast<std::size_t>(joint)]); });
    return fit;
}

} // namespace kinelens
