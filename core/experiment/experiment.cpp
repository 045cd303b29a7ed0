#include "core/experiment/experiment.h"

#include "core/foundation/json_text.h"
#include "core/options/verb_options.h"

#include <chrono>
#include <ctime>

namespace kinelens {

using Json = nlohmann::ordered_json;

namespace {

std::string& revision_told() {
    static std::string revision;
    return revision;
}

} // namespace

std::string experiment_to_json(const Experiment& experiment) {
    Json json{{"format", "kinelens-experiment"},
              {"version", 1},
              {"verb", experiment.verb},
              {"name", experiment.name},
              {"data", experiment.data},
              {"protocol", experiment.protocol},
              {"preset", experiment.preset},
              {"options", json_object_or_empty(experiment.options)},
              {"code_version", experiment.code_version},
              {"created", experiment.created},
              {"command_line", experiment.command_line}};
    if (!experiment.directory.empty()) json["directory"] = experiment.directory;
    for (const auto& [name, input] : experiment.inputs)
        json["inputs"][name] = {{"file", input.file}, {"hash", input.hash}};
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

namespace {

ExperimentInputs inputs_from(const Json& json) {
    ExperimentInputs inputs;
    for (const auto& [name, input] : json.items())
        inputs[name] = {input.value("file", ""), input.value("hash", "")};
    return inputs;
}

// Texts as they are, other values as JSON writes them.
std::string text_of(const Json& value) {
    return value.is_string() ? value.get<std::string>() : json_line(value);
}

std::optional<ExperimentDifference> different_option(const Experiment& before, const Experiment& asked,
                                                     const std::string& defaults) {
    const Json first = json_object_or_empty(before.options);
    const Json usual = json_object_or_empty(defaults);
    const Json second = json_object_or_empty(asked.options);
    for (const auto& [key, value] : second.items()) {
        const Json& known = first.contains(key) ? first : usual;
        if (decides_result(key) && known.contains(key) && known[key] != value)
            return ExperimentDifference{key, text_of(known[key]), text_of(value)};
    }
    return {};
}

} // namespace

Result<Experiment> experiment_from_json(std::string_view text, const std::string& source) {
    KINELENS_TRY(json, parse_json_object(text, source));
    return read_json(source, [&json = json, &source]() -> Result<Experiment> {
        if (json.value("format", "") != "kinelens-experiment")
            return fail(ErrorCode::format_unknown, source, "not an experiment");
        if (json.value("version", 0) > 1) return fail(ErrorCode::version_unsupported, source);
        return Experiment{json.value("verb", ""),
                          json.value("name", ""),
                          json.value("data", ""),
                          json.value("protocol", ""),
                          json.value("preset", ""),
                          json.value("options", Json::object()).dump(),
                          json.value("code_version", ""),
                          json.value("created", ""),
                          json.value("command_line", ""),
                          json.value("directory", ""),
                          inputs_from(json.value("inputs", Json::object()))};
    });
}

bool decides_result(std::string_view option) {
    return option_effect(option) != OptionEffect::none;
}

std::string deciding_options(const std::string& options) {
    const Json all = json_object_or_empty(options);
    Json kept = Json::object();
    for (const auto& [key, value] : all.items())
        if (decides_result(key)) kept[key] = value;
    return json_line(kept);
}

std::optional<ExperimentDifference> first_difference(const Experiment& before, const Experiment& asked,
                                                     const std::string& defaults) {
    const bool known = !before.inputs.empty() && !asked.inputs.empty();
    const bool data_is_input = before.inputs.contains("data") && asked.inputs.contains("data");
    if (!data_is_input && before.data != asked.data)
        return ExperimentDifference{"data", before.data, asked.data};
    if (before.protocol != asked.protocol)
        return ExperimentDifference{"protocol", before.protocol, asked.protocol};
    ExperimentInputs all = before.inputs;
    all.insert(asked.inputs.begin(), asked.inputs.end());
    for (const auto& [name, ignored] : known ? all : ExperimentInputs{}) {
        const auto first = before.inputs.find(name);
        const auto second = asked.inputs.find(name);
        const ExperimentInput was = first == before.inputs.end() ? ExperimentInput{} : first->second;
        const ExperimentInput is = second == asked.inputs.end() ? ExperimentInput{} : second->second;
        const bool hashed = !was.hash.empty() || !is.hash.empty();
        if (hashed ? was.hash != is.hash : was.file != is.file)
            return ExperimentDifference{name, was.file, is.file};
    }
    return different_option(before, asked, defaults);
}

std::string code_version() {
    return revision_told().empty() ? code_release() : code_release() + "+" + revision_told();
}

void set_code_revision(const std::string& revision) {
    revision_told() = revision;
}

std::string code_release() {
    return KINELENS_VERSION;
}

std::string utc_timestamp() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

} // namespace kinelens
