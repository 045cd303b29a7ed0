#include "app/command_line/inspections.h"

#include "core/dataset/dataset_facts.h"
#include "core/dataset/dataset_reader.h"
#include "core/experiment/event_reader.h"
#include "core/experiment/run_history.h"
#include "core/options/option_json.h"
#include "core/options/pretrain_options.h"

#include <nlohmann/json.hpp>

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

template <class Key>
Json counts_json(const std::map<Key, std::int64_t>& counts) {
    Json json = Json::object();
    for (const auto& [key, count] : counts) {
        if constexpr (std::is_same_v<Key, int>)
            json[key < 0 ? "unknown" : std::to_string(key)] = count;
        else
            json[key] = count;
    }
    return json;
}

std::string line(const std::string& name, const std::string& value) {
    std::string text = name;
    text.resize(std::max<std::size_t>(text.size() + 1, 16), ' ');
    return text + value + "\n";
}

std::string counts_line(const std::string& name, const Json& counts) {
    std::string text;
    for (const auto& [key, count] : counts.items())
        text += (text.empty() ? "" : ", ") + key + " " + std::to_string(count.get<std::int64_t>());
    return line(name, text);
}

Result<std::string> preset_json(const std::string& name, OptionValues& values) {
    const auto& table = option_table<PretrainOptions>();
    KINELENS_TRY(found, preset_values(table, option_values(PretrainOptions{}), "pretrain", name));
    values = found;
    return options_to_json(table, values);
}

} // namespace

VerbResult inspect_dataset(const Path& file) {
    KINELENS_TRY(reader, DatasetReader::open(file));
    const DatasetInfo& info = reader.info();
    const DatasetFacts facts = count_facts(info, reader.sequences(), reader.intervals());
    Json json{
        {"kind", "dataset"},
        {"name", info.name},
        {"skeleton", info.layout.name},
        {"joints", info.joints()},
        {"bodies", info.bodies},
        {"frame_rate", info.frame_rate},
        {"unit", info.unit},
        {"up", info.up},
        {"content_hash", info.content_hash},
        {"hash_is_ours", reader.hash_is_ours()},
        {"sequences", facts.sequences},
        {"frames", facts.frames},
        {"intervals", facts.intervals},
        {"lengths", {{"shortest", facts.shortest}, {"median", facts.median}, {"longest", facts.longest}}},
        {"classes", counts_json(facts.per_class)},
        {"subjects", counts_json(facts.per_subject)},
        {"cameras", counts_json(facts.per_camera)},
        {"setups", counts_json(facts.per_setup)}};
    std::string text =
        line("dataset", info.name) +
        line("skeleton", info.layout.name + ", " + std::to_string(info.joints()) + " joints, " +
                             std::to_string(info.bodies) + " bodies") +
        line("sequences", std::to_string(facts.sequences)) +
        line("frames", std::to_string(facts.frames) + " at " + option_text(info.frame_rate) + " a second") +
        line("lengths", std::to_string(facts.shortest) + " to " + std::to_string(facts.longest) +
                            " frames, median " + std::to_string(facts.median)) +
        line("intervals", std::to_string(facts.intervals)) + counts_line("classes", json["classes"]) +
        counts_line("subjects", json["subjects"]) + counts_line("cameras", json["cameras"]) +
        line("content", info.content_hash);
    text.pop_back();
    return VerbOutcome{Outcome::completed, json.dump(), text};
}

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
    std::string said =
        line("run", experiment.name) + line("state", std::string(run_state_name(status.state))) +
        line("data", experiment.data) + line("preset", experiment.preset) +
        line("epoch", option_text(overview.epoch) + " of " + std::to_string(overview.started.epochs));
    if (const auto loss = overview.metric("loss_total")) said += line("loss", option_text(*loss));
    if (status.finished && status.finished->error)
        said += line("error", error_sentence(*status.finished->error));
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
