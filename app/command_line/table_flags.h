// TableFlags: the options of a field table as --kebab-case flags of a sub-command, with help, range, unit and
// symbol. Values: the defaults, then --preset, then --config, then the flags; later wins.
#pragma once

#include "app/command_line/verb.h"
#include "core/options/option_json.h"

#include <map>
#include <memory>

namespace kinelens {

class TableFlags {
public:
    // `command` must outlive this object's use; `table` must be static (option_table<T>()).
    TableFlags(CLI::App& command, const OptionTable& table, OptionValues defaults);

    // Errors: invalid_argument (subject = option), not_found (preset), whatever reading --config gives.
    // `preset_folder` is the folder below resources/presets; empty where the verb has no presets.
    Result<OptionValues> values(const CommonArguments& common, std::string_view preset_folder = {}) const;

    // The same over other defaults than those of --help.
    Result<OptionValues> over(OptionValues defaults, const CommonArguments& common,
                              std::string_view preset_folder = {}) const;

    // The flags that were given, as typed.
    const std::map<std::string, std::string>& given() const { return *texts_; }

private:
    const OptionTable* table_;
    OptionValues defaults_;
    std::shared_ptr<std::map<std::string, std::string>> texts_; // key -> text from the command line
};

template <class Options>
TableFlags table_flags(CLI::App& command) {
    return TableFlags(command, option_table<Options>(), option_values(Options{}));
}

template <class Options>
Result<Options> options_of(const TableFlags& flags, const CommonArguments& common,
                           std::string_view preset_folder = {}) {
    auto values = flags.values(common, preset_folder);
    if (!values) return fail(std::move(values.error()));
    return options_from_values<Options>(*values);
}

} // namespace kinelens
