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
    const Json json{{"format", "kinelens-experiment"},
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
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

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
                          json.value("command_line", "")};
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorCode::format_invalid, source, error.what());
    }
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
