#include "app/command_line/table_flags.h"

#include <CLI/CLI.hpp>

namespace kinelens {
namespace {

std::string bounds_text(const OptionInfo& info) {
    if (info.kind == OptionKind::choice) {
        std::string list;
        for (const std::string& choice : info.choices) list += (list.empty() ? "" : "|") + choice;
        return list;
    }
    if (info.kind != OptionKind::integer && info.kind != OptionKind::real) return {};
    return option_text(info.minimum) + ".." + option_text(info.maximum);
}

std::string help_text(const OptionInfo& info, const OptionValue& default_value) {
    std::string text = info.help;
    if (*info.symbol) text += " (" + std::string(info.symbol) + ")";
    const std::string bounds = bounds_text(info);
    if (!bounds.empty()) text += " [" + bounds + (*info.unit ? " " + std::string(info.unit) : "") + "]";
    const std::string shown = option_text(default_value);
    if (!shown.empty()) text += " {" + shown + "}";
    return text;
}

Result<OptionValues> config_over(const OptionTable& table, OptionValues values, const std::string& file) {
    KINELENS_TRY(text, read_text_file(file));
    return options_over_file(table, std::move(values), text, file);
}

} // namespace

TableFlags::TableFlags(CLI::App& command, const OptionTable& table, OptionValues defaults)
    : table_(&table)
    , defaults_(std::move(defaults))
    , texts_(std::make_shared<std::map<std::string, std::string>>()) {
    for (std::size_t i = 0; i < table.size(); ++i) {
        const OptionInfo& info = table[i];
        const std::string flag = "--" + option_flag(info.key);
        const auto store = [texts = texts_, key = info.key](const std::string& text) {
            (*texts)[key] = text;
        };
        CLI::Option* option = nullptr;
        if (info.kind == OptionKind::boolean)
            option = command.add_flag_function(flag + "{true},!--no-" + option_flag(info.key),
                                               [texts = texts_, key = info.key](std::int64_t count) {
                                                   (*texts)[key] = count > 0 ? "true" : "false";
                                               });
        else
            option = command.add_option_function<std::string>(flag, store);
        option->description(help_text(info, defaults_[i]));
        option->group(*info.group ? info.group : "Options");
    }
}

Result<OptionValues> TableFlags::values(const CommonArguments& common, std::string_view preset_folder) const {
    return over(defaults_, common, preset_folder);
}

Result<OptionValues> TableFlags::over(OptionValues values, const CommonArguments& common,
                                      std::string_view preset_folder) const {
    // A run that goes on has its preset and its file in what it wrote down, whatever became of them.
    if (common.begun) {
        KINELENS_TRY(kept,
                     options_over_json(*table_, std::move(values), common.begun->options, "experiment.json"));
        values = std::move(kept);
    }
    if (!common.begun && !common.preset.empty()) {
        if (preset_folder.empty())
            return fail(ErrorCode::invalid_argument, "preset", "this verb has no presets");
        KINELENS_TRY(from_preset, preset_values(*table_, std::move(values), preset_folder, common.preset));
        values = std::move(from_preset);
    }
    if (!common.begun && !common.config.empty()) {
        KINELENS_TRY(from_file, config_over(*table_, std::move(values), common.config));
        values = std::move(from_file);
    }
    for (const auto& [key, text] : *texts_) {
        KINELENS_TRY(index, option_index(*table_, key));
        KINELENS_TRY(value, parse_option((*table_)[index], text));
        values[index] = value;
    }
    KINELENS_CHECK(validate(*table_, values));
    return values;
}

} // namespace kinelens
