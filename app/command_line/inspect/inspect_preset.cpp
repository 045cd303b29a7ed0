#include "app/command_line/inspect/inspections.h"
#include "app/command_line/words.h"
#include "core/foundation/json_text.h"
#include "core/options/option_json.h"
#include "core/options/pretrain_options.h"

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

Result<OptionValues> values_of(const std::string& name) {
    return preset_values(option_table<PretrainOptions>(), option_values(PretrainOptions{}), "pretrain", name);
}

} // namespace

VerbResult inspect_preset(const std::string& name, const std::string& against) {
    const auto& table = option_table<PretrainOptions>();
    KINELENS_TRY(values, values_of(name));
    const std::string text = options_to_json(table, values);
    const Json mine = Json::parse(text);
    if (against.empty()) return VerbOutcome{Outcome::completed, json_line(mine), text};
    KINELENS_TRY(others, values_of(against));
    const Json theirs = Json::parse(options_to_json(table, others));
    Json differences = Json::object();
    std::string rows;
    for (const std::string& key : differing_options(table, values, others)) {
        differences[key] = {{name, mine[key]}, {against, theirs[key]}};
        rows +=
            row(key, json_line(mine[key]) + " in " + name + ", " + json_line(theirs[key]) + " in " + against);
    }
    if (rows.empty()) rows = "no difference\n";
    rows.pop_back();
    return VerbOutcome{Outcome::completed, json_line({{"kind", "preset"}, {"differences", differences}}),
                       rows};
}

} // namespace kinelens
