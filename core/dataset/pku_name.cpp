#include "core/dataset/pku_name.h"

#include <algorithm>

namespace kinelens {
namespace {

bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

int number_of(std::string_view digits) {
    int number = 0;
    for (const char digit : digits) number = number * 10 + (digit - '0');
    return number;
}

} // namespace

std::optional<PkuName> parse_pku_name(std::string_view name) {
    name = name.substr(0, name.find('#'));
    constexpr std::string_view views = "LMR";
    const std::size_t dash = name.size() < 2 ? 0 : name.size() - 2;
    if (name.size() < 6 || name[dash] != '-' || views.find(name.back()) == std::string_view::npos)
        return std::nullopt;
    PkuName parsed;
    parsed.camera = static_cast<int>(views.find(name.back())) + 1;
    if (dash == 4 && all_digits(name.substr(0, 4))) {
        parsed.number = number_of(name.substr(0, 4));
        return parsed;
    }
    if (dash != 6 || name[0] != 'A' || name[3] != 'N' || !all_digits(name.substr(1, 2)) ||
        !all_digits(name.substr(4, 2)))
        return std::nullopt;
    parsed.phase = 2;
    parsed.script = number_of(name.substr(1, 2));
    parsed.subject = number_of(name.substr(4, 2));
    return parsed;
}

bool is_pku_subject_training(std::string_view name) {
    const auto parsed = parse_pku_name(name);
    if (!parsed) return false;
    if (parsed->phase == 1) return parsed->number < 291 || parsed->number > 334;
    return parsed->subject != 2 && parsed->subject != 3 && parsed->subject != 7;
}

bool is_pku_view_training(std::string_view name) {
    const auto parsed = parse_pku_name(name);
    return parsed && parsed->camera != 1;
}

} // namespace kinelens
