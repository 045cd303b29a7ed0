// Short ways to write an OptionInfo down: option_field(&O::alpha, symbol(real("alpha", …), "α")).
#pragma once

#include "core/options/option_table.h"

#include <utility>

namespace kinelens::describe_option {

inline OptionInfo choice(std::string key, const char* label, const char* group,
                         std::vector<std::string> choices, const char* help) {
    OptionInfo info;
    info.key = std::move(key);
    info.kind = OptionKind::choice;
    info.label = label;
    info.group = group;
    info.help = help;
    info.choices = std::move(choices);
    return info;
}

inline OptionInfo number(OptionKind kind, std::string key, const char* label, const char* group,
                         double minimum, double maximum, const char* help) {
    OptionInfo info;
    info.key = std::move(key);
    info.kind = kind;
    info.label = label;
    info.group = group;
    info.minimum = minimum;
    info.maximum = maximum;
    info.help = help;
    return info;
}

inline OptionInfo integer(std::string key, const char* label, const char* group, double minimum,
                          double maximum, const char* help) {
    return number(OptionKind::integer, std::move(key), label, group, minimum, maximum, help);
}

inline OptionInfo real(std::string key, const char* label, const char* group, double minimum, double maximum,
                       const char* help) {
    return number(OptionKind::real, std::move(key), label, group, minimum, maximum, help);
}

inline OptionInfo simple(OptionKind kind, std::string key, const char* label, const char* group,
                         const char* help) {
    return number(kind, std::move(key), label, group, 0, 0, help);
}

inline OptionInfo symbol(OptionInfo info, const char* text) {
    info.symbol = text;
    return info;
}

inline OptionInfo unit(OptionInfo info, const char* text) {
    info.unit = text;
    return info;
}

inline OptionInfo expert(OptionInfo info) {
    info.expert = true;
    return info;
}

template <class Options>
void append(OptionFields<Options>& fields, OptionFields<Options> more) {
    for (auto& field : more) fields.push_back(std::move(field));
}

} // namespace kinelens::describe_option
