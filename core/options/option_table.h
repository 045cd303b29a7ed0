// Every option is described once: key, bounds, words and member pointer in one table per struct.
// JSON, command line, form, tooltips, validation and the manual's option page are derived from it.
//
//     struct TrainingOptions { int epochs = 60; double learning_rate = 5e-4; };
//     template <> const OptionFields<TrainingOptions>& option_fields<TrainingOptions>();  // one table, in a
//     .cpp
//
//     OptionValues values = option_values(TrainingOptions{});
//     Result<void> fine = validate(option_table<TrainingOptions>(), values);
#pragma once

#include "core/foundation/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace kinelens {

using OptionValue = std::variant<bool, std::int64_t, double, std::string>;

enum class OptionKind { boolean, integer, real, choice, text, path };

// Marks a string for translation with the given context; lupdate reads it as QT_TRANSLATE_NOOP.
#define KINELENS_TEXT(context, text) text

struct OptionInfo {
    std::string key; // snake_case: JSON key; kebab-case on the command line
    OptionKind kind = OptionKind::text;
    const char* label = "";  // sentence case, for forms; translatable
    const char* help = "";   // one or two sentences; translatable
    const char* group = "";  // heading in forms and in --help; translatable
    const char* symbol = ""; // the paper's symbol, e.g. "α", "κ"; empty if it has none
    const char* unit = "";   // e.g. "frames", "s"
    double minimum = 0;      // inclusive, for integer and real
    double maximum = 0;
    double step = 0;                    // natural increment of an editor; 0 = decide by kind
    std::vector<std::string> choices{}; // for choice
    bool expert = false;                // hidden until "more options" is opened
    bool operator==(const OptionInfo&) const = default;
};

using OptionTable = std::vector<OptionInfo>;   // in the order forms show
using OptionValues = std::vector<OptionValue>; // parallel to the table

template <class Options>
struct OptionField {
    OptionInfo info;
    std::function<OptionValue(const Options&)> get;
    std::function<void(Options&, const OptionValue&)> set;
};
template <class Options>
using OptionFields = std::vector<OptionField<Options>>;

// Specialised once per options struct, in its .cpp.
template <class Options>
const OptionFields<Options>& option_fields();

namespace detail {
template <class Member>
using Stored = std::conditional_t<
    std::is_same_v<Member, bool>, bool,
    std::conditional_t<std::is_integral_v<Member>, std::int64_t,
                       std::conditional_t<std::is_floating_point_v<Member>, double, std::string>>>;
} // namespace detail

// Binds a bool, integer, floating-point or std::string member to its description.
template <class Options, class Member>
OptionField<Options> option_field(Member Options::*member, OptionInfo info) {
    using Stored = detail::Stored<Member>;
    return {std::move(info),
            [member](const Options& options) { return OptionValue(static_cast<Stored>(options.*member)); },
            [member](Options& options, const OptionValue& value) {
                options.*member = static_cast<Member>(std::get<Stored>(value));
            }};
}

template <class Options>
const OptionTable& option_table() {
    static const OptionTable table = [] {
        OptionTable list;
        for (const auto& field : option_fields<Options>()) list.push_back(field.info);
        return list;
    }();
    return table;
}

template <class Options>
OptionValues option_values(const Options& options) {
    OptionValues values;
    for (const auto& field : option_fields<Options>()) values.push_back(field.get(options));
    return values;
}

// Precondition: values came from option_values() or parse functions of the same table.
template <class Options>
Options options_from_values(const OptionValues& values) {
    Options options;
    const auto& fields = option_fields<Options>();
    for (std::size_t i = 0; i < fields.size() && i < values.size(); ++i) fields[i].set(options, values[i]);
    return options;
}

// Index of `key` in the table, or not found.
Result<std::size_t> option_index(const OptionTable& table, std::string_view key);

// Kind, bounds and choices of one value or of all. Error: invalid_argument, subject = key.
Result<void> validate(const OptionInfo& info, const OptionValue& value);
Result<void> validate(const OptionTable& table, const OptionValues& values);

// Text of a command line or an editor -> value of the right kind ("true/false", "12", "5e-4"), validated.
Result<OptionValue> parse_option(const OptionInfo& info, std::string_view text);
std::string option_text(const OptionValue& value);

// The keys whose values differ.
std::vector<std::string> differing_options(const OptionTable& table, const OptionValues& left,
                                           const OptionValues& right);

// "learning_rate" -> "learning-rate"
std::string option_flag(std::string_view key);

} // namespace kinelens
