// What is known of an option, and its value, whatever struct it is a member of. JSON, command line, form,
// tooltips and validation are derived from it.
//
//     OptionValues values = option_values(TrainingOptions{});
//     Result<void> fine = validate(option_table<TrainingOptions>(), values);
#pragma once

#include "core/foundation/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kinelens {

using OptionValue = std::variant<bool, std::int64_t, double, std::string>; // of a choice: its name

enum class OptionKind { boolean, integer, real, choice, text, path };

// What changing an option does to what a run finds.
enum class OptionEffect {
    result, // other figures come of it
    course, // the same figures, but another course: what is logged, kept, checked or measured on the way
    none    // where and how fast, and no more
};

// Marks a text for translation, as QT_TRANSLATE_NOOP does; lupdate is told so by
// -tr-function-alias QT_TRANSLATE_NOOP=KINELENS_TEXT. Both are written out where it is used.
#define KINELENS_TEXT(context, text) text

struct OptionInfo {
    std::string key;                    // snake_case: JSON key; kebab-case on the command line
    OptionKind kind = OptionKind::text; // the member's type decides, but between text and path
    const char* label = "";             // sentence case, for forms; translatable
    const char* help = "";              // one or two sentences; translatable
    const char* group = "";             // heading in forms and in --help; translatable
    const char* symbol = "";            // the paper's symbol, e.g. "α", "κ"; empty if it has none
    const char* unit = "";              // e.g. "frames", "s"
    double minimum = 0;                 // inclusive, for integer and real
    double maximum = 0;
    double step = 0;                    // natural increment of an editor; 0 = decide by kind
    std::vector<std::string> choices{}; // for choice; all that the enumeration has unless said
    bool expert = false;                // hidden until "more options" is opened
    OptionEffect effect = OptionEffect::result;
    bool operator==(const OptionInfo&) const = default;
};

using OptionTable = std::vector<OptionInfo>;   // in the order forms show
using OptionValues = std::vector<OptionValue>; // parallel to the table

// A struct of options as a table and values. Defined in option_table.h, made where the table is written.
template <class Options>
struct OptionAccess {
    static const OptionTable& table();
    static OptionValues values(const Options& options);
    static Options from(const OptionValues& values);
};

template <class Options>
const OptionTable& option_table() {
    return OptionAccess<Options>::table();
}

template <class Options>
OptionValues option_values(const Options& options) {
    return OptionAccess<Options>::values(options);
}

// Precondition: values came from option_values() or parse functions of the same table.
template <class Options>
Options options_from_values(const OptionValues& values) {
    return OptionAccess<Options>::from(values);
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
