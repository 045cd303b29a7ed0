#include "core/import/estimators/joint_names.h"

#include "core/foundation/lower_case.h"
#include "core/skeleton/joint_sides.h"

#include <cctype>

namespace kinelens {
namespace {

bool is_letter(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0;
}

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    char before = ' ';
    for (const char letter : name) {
        const bool begins = is_letter(letter) &&
                            (!is_letter(before) || (std::isupper(static_cast<unsigned char>(letter)) != 0 &&
                                                    std::islower(static_cast<unsigned char>(before)) != 0));
        if (begins) words.emplace_back();
        if (is_letter(letter)) words.back() += letter;
        before = letter;
    }
    for (std::string& word : words) word = lower_case(std::move(word));
    return words;
}

} // namespace

std::string joint_key(std::string_view name) {
    std::string side;
    std::string rest;
    for (std::string word : words_of(name)) {
        for (const std::string one : {"left", "right"})
            if (word.size() > one.size() && word.starts_with(one)) {
                side = one;
                word.erase(0, one.size());
            }
        if (word == "left" || word == "l")
            side = "left";
        else if (word == "right" || word == "r")
            side = "right";
        else if (word == "navel")
            rest += "naval";
        else if (word != "k4abt" && word != "joint" && word != "landmark")
            rest += word;
    }
    return side + " " + rest;
}

JointNames::JointNames(const SkeletonLayout& layout) {
    for (int joint = 0; joint < layout.joint_count(); ++joint)
        places_.emplace(joint_key(layout.joint_names[static_cast<std::size_t>(joint)]), joint);
}

int JointNames::index(std::string_view name) const {
    const auto found = places_.find(joint_key(name));
    return found == places_.end() ? -1 : found->second;
}

SkeletonLayout layout_of_names(std::vector<std::string> names, std::string name) {
    SkeletonLayout layout;
    layout.name = std::move(name);
    layout.joint_names = std::move(names);
    layout.parents.assign(layout.joint_names.size(), 0);
    if (!layout.parents.empty()) layout.parents[0] = -1;
    layout.up = "-y";
    find_sides(layout);
    return layout;
}

} // namespace kinelens
