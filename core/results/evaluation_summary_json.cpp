#include "core/results/evaluation_summary.h"
#include "core/results/result_json.h"

#include <array>

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;
using result_json::number_in;
using result_json::or_null;

// Those that the figures make; what else a summary holds is of its report.
constexpr std::array own_keys{"samples",   "top1",   "top5",   "mean_class", "interval95",
                              "repeats",   "folds",  "mean",   "spread",     "protocol",
                              "per_class", "slices", "subset", "confusion",  "stamp"};

Json short_json(const ShortFigures& figures) {
    return {{"samples", figures.samples},
            {"top1", figures.top1},
            {"top5", or_null(figures.top5)},
            {"mean_class", figures.mean_class}};
}

ShortFigures short_from(const Json& json) {
    return {json.value("samples", std::int64_t{0}), json.at("top1").get<double>(), number_in(json, "top5"),
            json.value("mean_class", 0.0)};
}

Json repeats_json(const RepeatSummary& repeats) {
    return {{"count", repeats.each.size()},
            {"top1", result_json::mean_and_spread_json(repeats.top1)},
            {"mean_class", result_json::mean_and_spread_json(repeats.mean_class)},
            {"each", repeats.each},
            {"of_the_first", {"top5", "per_class", "confusion", "slices"}}};
}

Json folds_json(const std::vector<SingleRun>& folds) {
    Json list = Json::array();
    for (const SingleRun& one : folds) {
        Json json{{"fold", one.fold}};
        if (one.repeat) json["repeat"] = *one.repeat;
        json.update(short_json(one.figures));
        list.push_back(std::move(json));
    }
    return list;
}

std::vector<SingleRun> folds_from(const Json& json) {
    std::vector<SingleRun> folds;
    for (const Json& one : json) {
        folds.push_back({one.value("fold", ""), {}, short_from(one)});
        if (one.contains("repeat")) folds.back().repeat = one["repeat"].get<std::int64_t>();
    }
    return folds;
}

Json over_runs_json(const FiguresOverRuns& figures) {
    return {{"top1", or_null(figures.top1)},
            {"top5", or_null(figures.top5)},
            {"mean_class", or_null(figures.mean_class)}};
}

FiguresOverRuns over_runs_from(const Json& json) {
    return {number_in(json, "top1"), number_in(json, "top5"), number_in(json, "mean_class")};
}

Json classes_json(const std::vector<ClassAccuracy>& classes) {
    Json list = Json::array();
    for (const ClassAccuracy& one : classes)
        list.push_back({{"class", one.name}, {"count", one.count}, {"top1", or_null(one.top1)}});
    return list;
}

Json slices_json(const std::vector<SliceAccuracy>& slices) {
    Json list = Json::array();
    for (const SliceAccuracy& one : slices)
        list.push_back({{"by", one.by}, {"value", one.value}, {"count", one.count}, {"top1", one.top1}});
    return list;
}

Json subset_json(const SubsetSummary& one) {
    Json json{{"fold", one.fold}, {"repeat", one.repeat}, {"count", one.count}};
    json[one.seed ? "first" : "names"] = one.names;
    if (one.seed) json["seed"] = *one.seed;
    return json;
}

SubsetSummary subset_from(const Json& json) {
    SubsetSummary one{json.at("fold").get<std::string>(),
                      json.value("repeat", std::int64_t{0}),
                      json.at("count").get<std::int64_t>(),
                      {},
                      {}};
    one.names = json.value(json.contains("seed") ? "first" : "names", one.names);
    if (json.contains("seed")) one.seed = json["seed"].get<std::uint64_t>();
    return one;
}

// Those that an ablation's table leaves out.
void read_lists(EvaluationSummary& summary, const Json& json) {
    for (const Json& one : json.value("per_class", Json::array()))
        summary.per_class.push_back({one.at("class").get<std::string>(), one.value("count", std::int64_t{0}),
                                     number_in(one, "top1")});
    summary.confusion = json.value("confusion", summary.confusion);
    for (const Json& one : json.value("slices", Json::array()))
        summary.slices.push_back({one.at("by").get<std::string>(), one.at("value").get<std::string>(),
                                  one.value("count", std::int64_t{0}), one.value("top1", 0.0)});
    for (const Json& one : json.value("subset", Json::array())) summary.subset.push_back(subset_from(one));
}

} // namespace

namespace result_json {

Json of(const EvaluationSummary& summary) {
    Json json = short_json(summary.figures);
    json["interval95"] = {summary.interval95.low, summary.interval95.high};
    if (summary.repeats) json["repeats"] = repeats_json(*summary.repeats);
    json["protocol"] = summary.protocol;
    json["folds"] = folds_json(summary.folds);
    json["mean"] = over_runs_json(summary.mean);
    json["spread"] = over_runs_json(summary.spread);
    json["per_class"] = classes_json(summary.per_class);
    json["confusion"] = summary.confusion;
    json["slices"] = slices_json(summary.slices);
    for (const SubsetSummary& one : summary.subset) json["subset"].push_back(subset_json(one));
    json["stamp"] = summary.stamp.facts();
    const Json report = of(summary.report);
    for (const auto& [key, value] : report.items())
        if (!json.contains(key)) json[key] = value;
    return json;
}

EvaluationSummary evaluation_from(const Json& json) {
    EvaluationSummary summary;
    summary.figures = short_from(json);
    const Json& interval = json.at("interval95");
    summary.interval95 = {interval.at(0).get<double>(), interval.at(1).get<double>()};
    if (json.contains("repeats")) {
        const Json& repeats = json["repeats"];
        summary.repeats = RepeatSummary{mean_and_spread_from(repeats.at("top1")),
                                        mean_and_spread_from(repeats.at("mean_class")),
                                        repeats.at("each").get<std::vector<double>>()};
    }
    summary.protocol = json.value("protocol", "");
    summary.folds = folds_from(json.value("folds", Json::array()));
    summary.mean = over_runs_from(json.value("mean", Json::object()));
    summary.spread = over_runs_from(json.value("spread", Json::object()));
    read_lists(summary, json);
    summary.stamp = json.at("stamp").get<Stamp::Facts>();
    Json report = json;
    for (const char* key : own_keys) report.erase(key);
    summary.report = report_from(std::move(report));
    return summary;
}

} // namespace result_json

std::string summary_to_json(const EvaluationSummary& summary) {
    return json_line(result_json::of(summary));
}

Result<EvaluationSummary> evaluation_summary_from_json(std::string_view text, const std::string& source) {
    KINELENS_TRY(json, parse_json_object(text, source));
    return read_json(
        source, [&json = json]() -> Result<EvaluationSummary> { return result_json::evaluation_from(json); });
}

} // namespace kinelens
