#include "core/results/evaluation_report.h"

#include "core/results/result_json.h"

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

Json measured_json(const MeasuredTop1& measured) {
    return {{"epoch", measured.epoch}, {"top1", measured.top1}};
}

Json fit_json(const FitReport& fit) {
    Json json{{"fold", fit.fold}, {"repeat", fit.repeat}};
    if (fit.selection) json["selection"] = name_of(*fit.selection);
    json["chosen_epoch"] = fit.chosen_epoch;
    json["top1"] = fit.top1;
    json["validation_top1"] = result_json::or_null(fit.validation_top1);
    if (fit.last_epoch) json["last_epoch"] = measured_json(*fit.last_epoch);
    if (fit.best_test_epoch) json["best_test_epoch"] = measured_json(*fit.best_test_epoch);
    json["training_samples"] = fit.training_samples;
    json["validation_samples"] = fit.validation_samples;
    return json;
}

Json mix_json(const MixReport& mix) {
    Json json{{"weights", mix.weights}, {"top1", mix.top1}};
    if (mix.mixes) json["mixes"] = *mix.mixes;
    return json;
}

Json members_json(const std::vector<MemberReport>& members) {
    Json list = Json::array();
    for (const MemberReport& one : members)
        list.push_back({{"file", one.file}, {"weight", one.weight}, {"top1", one.top1}});
    return list;
}

// What the readers below find: nothing where a name is none of the enumeration's.
template <class Enum>
std::optional<Enum> choice_from(const Json& json) {
    return value_named<Enum>(json.get<std::string>());
}

std::optional<double> top1_from(const Json& json) {
    return json.at("top1").get<double>();
}

std::optional<MeasuredTop1> measured_from(const Json& json, const char* key) {
    if (!json.contains(key)) return std::nullopt;
    return MeasuredTop1{json[key].value("epoch", std::int64_t{0}), json[key].at("top1").get<double>()};
}

std::optional<std::vector<FitReport>> fits_from(const Json& json) {
    std::vector<FitReport> fits;
    for (const Json& one : json) {
        FitReport fit;
        fit.fold = one.value("fold", "");
        fit.repeat = one.value("repeat", std::int64_t{0});
        if (one.contains("selection")) fit.selection = choice_from<EpochSelection>(one["selection"]);
        fit.chosen_epoch = one.value("chosen_epoch", std::int64_t{0});
        fit.top1 = one.value("top1", 0.0);
        fit.validation_top1 = result_json::number_in(one, "validation_top1");
        fit.last_epoch = measured_from(one, "last_epoch");
        fit.best_test_epoch = measured_from(one, "best_test_epoch");
        fit.training_samples = one.value("training_samples", std::int64_t{0});
        fit.validation_samples = one.value("validation_samples", std::int64_t{0});
        fits.push_back(std::move(fit));
    }
    return fits;
}

std::optional<std::vector<MemberReport>> members_from(const Json& json) {
    std::vector<MemberReport> members;
    for (const Json& one : json)
        members.push_back(
            {one.at("file").get<std::string>(), one.value("weight", 1.0), one.value("top1", 0.0)});
    return members;
}

std::optional<MixReport> mix_from(const Json& json) {
    MixReport mix{json.at("weights").get<std::vector<double>>(), json.at("top1").get<double>(), {}};
    if (json.contains("mixes")) mix.mixes = json["mixes"].get<std::int64_t>();
    return mix;
}

std::optional<PresetProtocol> preset_from(const Json& json) {
    return PresetProtocol{json.at("preset").get<std::string>(), json.at("protocol").get<std::string>()};
}

template <class Value>
std::optional<Value> plain_from(const Json& json) {
    return json.get<Value>();
}

// What `read` makes of a key's value goes over to `value`; it stays where it is when that is nothing.
template <class Value, class Read>
void take(Json& json, const char* key, Value& value, const Read& read) {
    const auto found = json.find(key);
    if (found == json.end()) return;
    try {
        auto read_value = read(*found);
        if (!read_value) return;
        value = std::move(*read_value);
        json.erase(key);
    } catch (const nlohmann::json::exception&) { // of another kind
    }
}

} // namespace

namespace result_json {

Json of(const EvaluationReport& report) {
    Json json = Json::object();
    const auto add = [&](const char* key, const auto& value) {
        if (value) json[key] = *value;
    };
    if (report.selection) json["selection"] = name_of(*report.selection);
    if (report.last_epoch) json["last_epoch"] = {{"top1", *report.last_epoch}};
    if (report.best_test_epoch) json["best_test_epoch"] = {{"top1", *report.best_test_epoch}};
    for (const FitReport& fit : report.fits) json["fits"].push_back(fit_json(fit));
    add("neighbours", report.neighbours);
    if (report.distance) json["distance"] = name_of(*report.distance);
    if (report.search) json["search"] = name_of(*report.search);
    add("neighbours_asked", report.neighbours_asked);
    add("recall", report.recall);
    add("recall_queries", report.recall_queries);
    if (!report.members.empty()) json["members"] = members_json(report.members);
    if (!report.members.empty() || !report.differing.empty()) json["differing"] = report.differing;
    if (report.best_mix) json["best_mix"] = mix_json(*report.best_mix);
    if (report.equal_mix) json["equal_mix"] = mix_json(*report.equal_mix);
    if (report.worst_mix) json["worst_mix"] = mix_json(*report.worst_mix);
    if (const auto& one = report.preset_protocol)
        json["preset_protocol"] = {{"preset", one->preset}, {"protocol", one->protocol}};
    const Json more = json_object_or_empty(report.more);
    for (const auto& [key, value] : more.items()) json[key] = value;
    return json;
}

EvaluationReport report_from(Json json) {
    EvaluationReport report;
    take(json, "selection", report.selection, choice_from<EpochSelection>);
    take(json, "last_epoch", report.last_epoch, top1_from);
    take(json, "best_test_epoch", report.best_test_epoch, top1_from);
    take(json, "fits", report.fits, fits_from);
    take(json, "neighbours", report.neighbours, plain_from<std::int64_t>);
    take(json, "distance", report.distance, choice_from<Distance>);
    take(json, "search", report.search, choice_from<NeighbourSearch>);
    take(json, "neighbours_asked", report.neighbours_asked, plain_from<std::int64_t>);
    take(json, "recall", report.recall, plain_from<double>);
    take(json, "recall_queries", report.recall_queries, plain_from<std::int64_t>);
    take(json, "members", report.members, members_from);
    take(json, "differing", report.differing, plain_from<std::vector<std::string>>);
    take(json, "best_mix", report.best_mix, mix_from);
    take(json, "equal_mix", report.equal_mix, mix_from);
    take(json, "worst_mix", report.worst_mix, mix_from);
    take(json, "preset_protocol", report.preset_protocol, preset_from);
    report.more = json_line(json);
    return report;
}

} // namespace result_json

std::string report_to_json(const EvaluationReport& report) {
    return json_line(result_json::of(report));
}

EvaluationReport report_from_json(std::string_view text) {
    return result_json::report_from(json_object_or_empty(text));
}

} // namespace kinelens
