#include "app/command_line/inspections.h"

#include "app/command_line/text_lines.h"
#include "core/experiment/event_reader.h"
#include "core/experiment/run_history.h"
#include "core/options/option_json.h"
#include "core/options/pretrain_options.h"

#include <cstdio>
#include <nlohmann/json.hpp>

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

bool can_resume(RunState state) {
    return state == RunState::stopped || state == RunState::lost || state == RunState::failed;
}

std::string short_number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

Result<std::string> preset_json(const std::string& name, OptionValues& values) {
    const auto& table = option_table<PretrainOptions>();
    KINELENS_TRY(found, preset_values(table, option_values(PretrainOptions{}), "pretrain", name));
    values = found;
    return options_to_json(table, values);
}

} // namespace

VerbResult inspect_run(const Path& folder) {
    const RunPaths paths{folder};
    KINELENS_TRY(text, read_text_file(paths.experiment()));
    KINELENS_TRY(experiment, experiment_from_json(text, paths.experiment().string()));
    KINELENS_TRY(status, run_status(folder));
    RunOverview overview;
    EventReader reader(paths.events());
    do {
        KINELENS_TRY(events, reader.read_new());
        for (const TimedEvent& event : events) overview.add(event);
    } while (!reader.at_end());
    Json json{{"kind", "run"},
              {"state", run_state_name(status.state)},
              {"experiment", Json::parse(experiment_to_json(experiment))},
              {"step", overview.step},
              {"epoch", overview.epoch},
              {"epochs", overview.started.epochs},
              {"seconds", overview.seconds},
              {"checkpoints", overview.checkpoints},
              {"warnings", overview.warnings},
              {"metrics", Json::object()}};
    for (const Metric& metric : overview.latest) json["metrics"][metric.name] = metric.value;
    std::string said = line("run", folder.filename().string()) + line("verb", experiment.verb) +
                       line("state", std::string(run_state_name(status.state)));
    if (!experiment.data.empty()) said += line("data", experiment.data);
    if (!experiment.preset.empty()) said += line("preset", experiment.preset);
    if (overview.started.epochs > 0)
        said +=
            line("epoch", short_number(overview.epoch) + " of " + std::to_string(overview.started.epochs) +
                              ", step " + std::to_string(overview.step));
    if (const auto loss = overview.metric("loss_total")) said += line("loss", short_number(*loss));
    if (overview.checkpoints > 0)
        said += line("checkpoints", std::to_string(overview.checkpoints) + " written");
    if (overview.warnings > 0) said += line("warnings", std::to_string(overview.warnings));
    if (status.finished && status.finished->error)
        said += line("error", error_sentence(*status.finished->error));
    if (experiment.verb == "pretrain" && can_resume(status.state))
        said += line("go on with", "kinelens-cli pretrain --run " + folder.string() + " --resume");
    said += line("command", experiment.command_line);
    said.pop_back();
    return VerbOutcome{Outcome::completed, json.dump(), said};
}

VerbResult inspect_checkpoint(const Path& file) {
    Path sidecar = file;
    sidecar.replace_extension(".json");
    KINELENS_TRY(text, read_text_file(sidecar));
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return fail(ErrorCode::format_invalid, sidecar.string(), "not valid JSON");
    return VerbOutcome{Outcome::completed, json.dump(), json.dump(2)};
}

VerbResult inspect_preset(const std::string& name, const std::string& against) {
    OptionValues values;
    KINELENS_TRY(json, preset_json(name, values));
    if (against.empty()) return VerbOutcome{Outcome::completed, Json::parse(json).dump(), json};
    OptionValues others;
    KINELENS_TRY(other_json, preset_json(against, others));
    const Json mine = Json::parse(json);
    const Json theirs = Json::parse(other_json);
    Json differences = Json::object();
    std::string text;
    for (const std::string& key : differing_options(option_table<PretrainOptions>(), values, others)) {
        differences[key] = {{name, mine[key]}, {against, theirs[key]}};
        text += line(key, mine[key].dump() + " in " + name + ", " + theirs[key].dump() + " in " + against);
    }
    if (text.empty()) text = "no difference\n";
    text.pop_back();
    return VerbOutcome{Outcome::completed, Json{{"kind", "preset"}, {"differences", differences}}.dump(),
                       text};
}

} // namespace kinelens
