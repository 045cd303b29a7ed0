// Options as JSON text: {"epochs": 60, "learning_rate": 0.0005}. Keys the table does not know are errors,
// keys that are absent keep the value they had.
#pragma once

#include "core/options/option_info.h"

#include <string>
#include <string_view>

namespace kinelens {

std::string options_to_json(const OptionTable& table, const OptionValues& values);

// Reads `json` over `values`. Keys beginning with "_" are comments. Errors: format_invalid with line and
// column, invalid_argument for unknown keys, wrong kinds and values out of bounds.
Result<OptionValues> options_over_json(const OptionTable& table, OptionValues values, std::string_view json,
                                       const std::string& source);

// The same of a file whose name is to be said with the option: subject = "file, option key".
Result<OptionValues> options_over_file(const OptionTable& table, OptionValues values, std::string_view json,
                                       const std::string& file);

// A preset of resources/presets/<folder>/<name>.json read over the struct's defaults; presets may start from
// another: {"_from": "released", "hidden_size": 128}.
Result<OptionValues> preset_values(const OptionTable& table, OptionValues defaults, std::string_view folder,
                                   std::string_view name);

// The protocol that a preset is published for ("_protocol"); empty where it is of none, or not known.
std::string preset_protocol(std::string_view folder, std::string_view name);

template <class Options>
Result<Options> preset_options(std::string_view folder, std::string_view name) {
    auto values = preset_values(option_table<Options>(), option_values(Options{}), folder, name);
    if (!values) return fail(std::move(values.error()));
    return options_from_values<Options>(*values);
}

} // namespace kinelens
