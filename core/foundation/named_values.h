// Enumerations whose values have names: in files, on the command line, in messages. The names stand beside
// the enumeration, in the order in which they are listed for people:
//
//     enum class Stream { joint, bone, motion };
//     constexpr auto named_values(Stream) {
//         using enum Stream;
//         return std::array{Named{joint, "joint"}, Named{bone, "bone"}, Named{motion, "motion"}};
//     }
//
//     name_of(Stream::bone);          // "bone"
//     value_named<Stream>("motion");  // Stream::motion; nothing for a name that no value has
#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace kinelens {

template <class Enum>
struct Named {
    Enum value;
    const char* name;
};
template <class Enum>
Named(Enum, const char*) -> Named<Enum>;

template <class Enum>
concept NamedEnum = std::is_enum_v<Enum> && requires(Enum value) {
    named_values(value);
};

template <NamedEnum Enum>
std::string name_of(Enum value) {
    for (const Named<Enum>& one : named_values(Enum{}))
        if (one.value == value) return one.name;
    return {};
}

template <NamedEnum Enum>
std::optional<Enum> value_named(std::string_view name) {
    for (const Named<Enum>& one : named_values(Enum{}))
        if (one.name == name) return one.value;
    return std::nullopt;
}

template <NamedEnum Enum>
std::vector<std::string> names_of() {
    std::vector<std::string> names;
    for (const Named<Enum>& one : named_values(Enum{})) names.emplace_back(one.name);
    return names;
}

// Of these values alone, in this order.
template <NamedEnum Enum>
std::vector<std::string> names_of(std::initializer_list<Enum> values) {
    std::vector<std::string> names;
    for (const Enum value : values) names.push_back(name_of(value));
    return names;
}

} // namespace kinelens
