#include "core/experiment/events.h"
#include "core/foundation/json_text.h"

#include <array>
#include <chrono>
#include <cmath>

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;
constexpr int events_version = 1;

Json json_of(const std::vector<Metric>& metrics) {
    Json object = Json::object();
    for (const Metric& metric : metrics) object[metric.name] = metric.value;
    return object;
}

// JSON has no NaN: a metric that was not a number is written as null and read back as NaN.
std::vector<Metric> metrics_of(const Json& object) {
    std::vector<Metric> metrics;
    for (const auto& [name, value] : object.items())
        metrics.push_back({name, value.is_number() ? value.get<double>() : std::nan("")});
    return metrics;
}

Json json_of(const Error& error) {
    Json json{{"code", error_code_name(error.code)}, {"subject", error.subject}, {"detail", error.detail}};
    if (error.place.line) json["line"] = *error.place.line;
    if (error.place.column) json["column"] = *error.place.column;
    if (error.place.frame) json["frame"] = *error.place.frame;
    return json;
}

std::optional<long long> number_of(const Json& json, const char* key) {
    if (!json.contains(key)) return std::nullopt;
    return json[key].get<long long>();
}

Error error_of(const Json& json) {
    const auto code = error_code_from_name(json.value("code", "internal"));
    return {code.value_or(ErrorCode::internal),
            json.value("subject", ""),
            json.value("detail", ""),
            {number_of(json, "line"), number_of(json, "column"), number_of(json, "frame")}};
}

// One overload a kind: fill() writes an event's fields, read() takes them back.
void fill(Json& json, const RunStarted& event) {
    json["verb"] = event.verb;
    json["device"] = event.device;
    json["host"] = event.host;
    json["process_id"] = event.process_id;
    json["code_version"] = event.code_version;
    json["epochs"] = event.epochs;
    json["steps_per_epoch"] = event.steps_per_epoch;
    json["samples"] = event.samples;
    json["resumed_from_step"] = event.resumed_from_step;
}
void read(const Json& json, RunStarted& event) {
    event.verb = json.value("verb", "");
    event.device = json.value("device", "");
    event.host = json.value("host", "");
    event.process_id = json.value("process_id", std::int64_t{0});
    event.code_version = json.value("code_version", "");
    event.epochs = json.value("epochs", std::int64_t{0});
    event.steps_per_epoch = json.value("steps_per_epoch", std::int64_t{0});
    event.samples = json.value("samples", std::int64_t{0});
    event.resumed_from_step = json.value("resumed_from_step", std::int64_t{-1});
}

void fill(Json& json, const MetricsLogged& event) {
    json["step"] = event.step;
    json["epoch"] = event.epoch;
    json["seconds"] = event.seconds;
    json["metrics"] = json_of(event.metrics);
}
void read(const Json& json, MetricsLogged& event) {
    event.step = json.at("step").get<std::int64_t>();
    event.epoch = json.value("epoch", 0.0);
    event.seconds = json.value("seconds", 0.0);
    event.metrics = metrics_of(json.at("metrics"));
}

void fill(Json& json, const EpochFinished& event) {
    json["epoch"] = event.epoch;
    json["step"] = event.step;
    json["means"] = json_of(event.means);
}
void read(const Json& json, EpochFinished& event) {
    event.epoch = json.at("epoch").get<std::int64_t>();
    event.step = json.value("step", std::int64_t{0});
    event.means = metrics_of(json.value("means", Json::object()));
}

void fill(Json& json, const ProbeMeasured& event) {
    json["epoch"] = event.epoch;
    json["step"] = event.step;
    json["seconds"] = event.seconds;
    json["accuracies"] = json_of(event.accuracies);
}
void read(const Json& json, ProbeMeasured& event) {
    event.epoch = json.at("epoch").get<std::int64_t>();
    event.step = json.value("step", std::int64_t{0});
    event.seconds = json.value("seconds", 0.0);
    event.accuracies = metrics_of(json.value("accuracies", Json::object()));
}

void fill(Json& json, const CheckpointWritten& event) {
    json["file"] = event.file;
    json["step"] = event.step;
    json["epoch"] = event.epoch;
    json["best"] = event.best;
}
void read(const Json& json, CheckpointWritten& event) {
    event.file = json.at("file").get<std::string>();
    event.step = json.value("step", std::int64_t{0});
    event.epoch = json.value("epoch", std::int64_t{0});
    event.best = json.value("best", false);
}

void fill(Json& json, const ProgressMade& event) {
    json["done"] = event.done;
    json["total"] = event.total;
    json["unit"] = event.unit;
}
void read(const Json& json, ProgressMade& event) {
    event.done = json.value("done", std::int64_t{0});
    event.total = json.value("total", std::int64_t{0});
    event.unit = json.value("unit", "");
}

void fill(Json& json, const WarningRaised& event) {
    json["error"] = json_of(event.error);
}
void read(const Json& json, WarningRaised& event) {
    event.error = error_of(json.at("error"));
}

void fill(Json& json, const RunPaused& event) {
    json["step"] = event.step;
}
void read(const Json& json, RunPaused& event) {
    event.step = json.value("step", std::int64_t{0});
}
void fill(Json& json, const RunResumed& event) {
    json["step"] = event.step;
}
void read(const Json& json, RunResumed& event) {
    event.step = json.value("step", std::int64_t{0});
}

void fill(Json& json, const ArtifactReady& event) {
    json["type"] = event.type;
    json["file"] = event.file;
    json["dataset"] = event.dataset;
}
void read(const Json& json, ArtifactReady& event) {
    event.type = json.value("type", "");
    event.file = json.value("file", "");
    event.dataset = json.value("dataset", "");
}

constexpr std::array outcomes{std::pair{Outcome::completed, "completed"},
                              std::pair{Outcome::stopped, "stopped"}, std::pair{Outcome::failed, "failed"}};

void fill(Json& json, const RunFinished& event) {
    json["outcome"] = outcome_name(event.outcome);
    if (event.error) json["error"] = json_of(*event.error);
    json["summary"] = json_object_or_empty(event.summary);
}
void read(const Json& json, RunFinished& event) {
    const auto name = json.at("outcome").get<std::string>();
    for (const auto& [outcome, outcome_text] : outcomes)
        if (name == outcome_text) event.outcome = outcome;
    if (json.contains("error")) event.error = error_of(json["error"]);
    event.summary = json.value("summary", Json::object()).dump();
}

// Kinds in the order of the variant's alternatives.
constexpr std::array kinds{"started",  "metrics", "epoch_finished", "probe_measured", "checkpoint_written",
                           "progress", "warning", "paused",         "resumed",        "artifact_ready",
                           "finished"};
static_assert(kinds.size() == std::variant_size_v<Event>);

template <std::size_t Index = 0>
std::optional<Event> decode(std::string_view kind, const Json& json) {
    if constexpr (Index < kinds.size()) {
        if (kind != kinds[Index]) return decode<Index + 1>(kind, json);
        std::variant_alternative_t<Index, Event> event;
        read(json, event);
        return event;
    } else {
        return std::nullopt;
    }
}

} // namespace

std::string_view outcome_name(Outcome outcome) {
    for (const auto& [value, name] : outcomes)
        if (value == outcome) return name;
    return "failed";
}

std::string events_header_line() {
    return Json{{"format", "kinelens-events"}, {"version", events_version}}.dump();
}

std::string event_to_line(const TimedEvent& event) {
    Json json;
    json["kind"] = kinds[event.event.index()];
    json["time"] = event.time;
    std::visit([&](const auto& held) { fill(json, held); }, event.event);
    return json_line(json);
}

Result<std::optional<TimedEvent>> event_from_line(std::string_view line) {
    KINELENS_TRY(json, parse_json_object(line, "events.jsonl"));
    if (json.contains("format")) return std::optional<TimedEvent>();
    return read_json("events.jsonl", [&json = json]() -> Result<std::optional<TimedEvent>> {
        auto event = decode(json.value("kind", ""), json);
        if (!event) return std::optional<TimedEvent>();
        return std::optional(TimedEvent{json.value("time", 0.0), std::move(*event)});
    });
}

double wall_clock_seconds() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration<double>(now).count();
}

} // namespace kinelens
