// Writing a table of options: each is described once, beside the member that holds it. Only for the .cpp
// that says what the options of a struct are.
//
//     template <>
//     const OptionFields<TrainingOptions>& option_fields<TrainingOptions>() {
//         using O = TrainingOptions;
//         static const OptionFields<O> fields{
//             {&O::epochs, {.key = "epochs", .label = …, .minimum = 1, .maximum = 100000}},
//             {&O::schedule, {.key = "schedule", .label = …}}}; // an enumeration:
//             core/foundation/named_values.h
//         return fields;
//     }
//     template struct OptionAccess<TrainingOptions>;
#pragma once

#include "core/foundation/named_values.h"
#include "core/options/option_fields.h"
#include "core/options/option_info.h"

#include <concepts>
#include <functional>
#include <utility>

namespace kinelens {
namespace option_member {

template <class Member>
OptionValue value(const Member& member) {
    if constexpr (NamedEnum<Member>)
        return name_of(member);
    else if constexpr (std::integral<Member> && !std::same_as<Member, bool>)
        return static_cast<std::int64_t>(member);
    else
        return member;
}

template <class Member>
void set(Member& member, const OptionValue& value) {
    if constexpr (NamedEnum<Member>)
        member = value_named<Member>(std::get<std::string>(value)).value_or(member);
    else if constexpr (std::integral<Member> && !std::same_as<Member, bool>)
        member = static_cast<Member>(std::get<std::int64_t>(value));
    else
        member = std::get<Member>(value);
}

// The kind and the choices that follow from the member's type.
template <class Member>
OptionInfo completed(OptionInfo info) {
    if constexpr (std::same_as<Member, bool>) info.kind = OptionKind::boolean;
    if constexpr (std::integral<Member> && !std::same_as<Member, bool>) info.kind = OptionKind::integer;
    if constexpr (std::floating_point<Member>) info.kind = OptionKind::real;
    if constexpr (NamedEnum<Member>) {
        info.kind = OptionKind::choice;
        if (info.choices.empty()) info.choices = names_of<Member>();
    }
    return info;
}

} // namespace option_member

// A description bound to a bool, whole, floating-point, std::string or named enumeration member.
template <class Options>
class OptionField {
public:
    template <class Base, class Member>
    requires std::derived_from<Options, Base> OptionField(Member Base::*member, OptionInfo described)
        : info(option_member::completed<Member>(std::move(described)))
        , get([member](const Options& options) { return option_member::value(options.*member); })
        , set([member](Options& options, const OptionValue& value) {
            option_member::set(options.*member, value);
        }) {}

    template <class Base>
    requires(std::derived_from<Options, Base> && !std::same_as<Options, Base>)
        OptionField(const OptionField<Base>& inherited)
        : info(inherited.info)
        , get(inherited.get)
        , set(inherited.set) {}

    OptionInfo info;
    std::function<OptionValue(const Options&)> get;
    std::function<void(Options&, const OptionValue&)> set;
};

// All of them, one after the other; those of base structs are fields of the struct as well.
template <class Options, class... Parts>
OptionFields<Options> joined_fields(const Parts&... parts) {
    OptionFields<Options> all;
    (all.insert(all.end(), parts.begin(), parts.end()), ...);
    return all;
}

template <class Options>
const OptionTable& OptionAccess<Options>::table() {
    static const OptionTable table = [] {
        OptionTable list;
        for (const auto& field : option_fields<Options>()) list.push_back(field.info);
        return list;
    }();
    return table;
}

template <class Options>
OptionValues OptionAccess<Options>::values(const Options& options) {
    OptionValues values;
    for (const auto& field : option_fields<Options>()) values.push_back(field.get(options));
    return values;
}

template <class Options>
Options OptionAccess<Options>::from(const OptionValues& values) {
    Options options;
    const auto& fields = option_fields<Options>();
    for (std::size_t i = 0; i < fields.size() && i < values.size(); ++i) fields[i].set(options, values[i]);
    return options;
}

} // namespace kinelens
