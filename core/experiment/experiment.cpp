#include "core/experiment/experiment.h"

#include "core/foundation/json_text.h"

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
    Json options = Json::parse(experiment.options, nullptr, false);
    Json json{{"format", "kinelens-experiment"},
              {"version", 1},
              {"verb", experiment.verb},
              {"name", experiment.name},
              {"data", experiment.data},
              {"protocol", experiment.protocol},
              {"preset", experiment.preset},
              {"options", options.is_discarded() ? Json::object() : options},
              {"code_version", experiment.code_version},
              {"created", experiment.created},
              {"command_line", experiment.command_line}};
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

Json object_of(const std::string& text) {
    Json json = Json::parse(text, nullptr, false);
    return json.is_object() ? json : Json::object();
}

// Texts as they are, other values as JSON writes them.
std::string text_of(const Json& value) {
    return value.is_string() ? value.get<std::string>()
                             : value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<ExperimentDifference> different_option(const Experiment& before, const Experiment& asked,
                                                     const std::string& defaults) {
    const Json first = object_of(before.options);
    const Json usual = object_of(defaults);
    const Json second = object_of(asked.options);
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
    if (json.value("format", "") != "kinelens-experiment")
        return fail(ErrorCode::format_unknown, source, "not an experiment");
    if (json.value("version", 0) > 1) return fail(ErrorCode::version_unsupported, source);
    try {
        return Experiment{json.value("verb", ""),         json.value("name", ""),
                          json.value("data", ""),         json.value("protocol", ""),
                          json.value("preset", ""),       json.value("options", Json::object()).dump(),
                          json.value("code_version", ""), json.value("created", ""),
                          json.value("command_line", ""), inputs_from(json.value("inputs", Json::object()))};
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorCode::format_invalid, source, error.what());
    }
}

bool decides_result(std::string_view option) {
    return option != "device" && option != "threads" && option != "checkpoint_every";
}

std::string deciding_options(const std::string& options) {
    const Json all = object_of(options);
    Json kept = Json::object();
    for (const auto& [key, value] : all.items())
        if (decides_result(key)) kept[key] = value;
    return kept.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<ExperimentDifference> first_difference(const Experiment& before, const Experiment& asked,
                                                     const std::string& defaults) {
    const bool known = !before.inputs.empty() && !asked.inputs.empty();
    if (!known && before.data != asked.data) return ExperimentDifference{"data", before.data, asked.data};
    if (before.protocol != asked.protocol)
        return ExperimentDifference{"protocol", before.protocol, asked.protocol};
    ExperimentInputs all = before.inputs;
    all.insert(asked.inputs.begin(), asked.inputs.end());
    for (const auto& [name, ignored] : known ? all : ExperimentInputs{}) {
        const auto first = before.inputs.find(name);
        const auto second = asked.inputs.find(name);
        const ExperimentInput was = first == before.inputs.end() ? ExperimentInput{} : first->second;
        const ExperimentInput is = second == asked.inputs.end() ? ExperimentInput{} : second->second;
        if (was.hash != is.hash) return ExperimentDifference{name, was.file, is.file};
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
