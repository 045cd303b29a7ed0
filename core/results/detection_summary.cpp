#include "core/results/detection_summary.h"

#include "core/foundation/number_text.h"
#include "core/options/option_json.h"
#include "core/results/result_json.h"

#include <algorithm>

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;
using F = DetectionFigures;

template <class Value>
Json by_overlap(const DetectionScore& score, const Value& value) {
    Json json = Json::object();
    for (std::size_t i = 0; i < score.figures.size(); ++i)
        json[number_text(score.figures[i].overlap)] = value(i);
    return json;
}

Json figure_json(const DetectionScore& score, double F::*member) {
    return by_overlap(score, [&](std::size_t i) { return score.figures[i].*member; });
}

// Classes without truth have no figure.
Json class_figures_json(const DetectionScore& score, const DetectionFigures& figures) {
    Json json = Json::object();
    for (std::size_t label = 0; label < figures.pku_class_ap.size(); ++label)
        if (const auto& pku = figures.pku_class_ap[label])
            json[score.class_names[label]] = {{"pku", *pku}, {"voc", *figures.voc_class_ap[label]}};
    return json;
}

Json errors_json(const std::map<DetectionVerdict, std::int64_t>& counts) {
    Json json = Json::object();
    for (const auto& [verdict, count] : counts) json[std::string(verdict_name(verdict))] = count;
    return json;
}

Json map_a_json(const DetectionScore& score) {
    return {{"pku", figure_json(score, &F::pku_map_a)},
            {"voc", figure_json(score, &F::voc_map_a)},
            {"released", figure_json(score, &F::released_map_a)}};
}

Json map_v_json(const DetectionScore& score) {
    return {{"pku", figure_json(score, &F::pku_map_v)}, {"voc", figure_json(score, &F::voc_map_v)}};
}

Json score_json(const DetectionScore& score) {
    return {{"sequences", score.sequences},
            {"predictions", score.predictions},
            {"truth", score.truth},
            {"classes", score.class_names.size()},
            {"classes_averaged",
             score.averaged_classes}, // by mAP_a, but for "released": that is over all classes
            {"mAP_a", map_a_json(score)},
            {"mAP_v", map_v_json(score)},
            {"f1", figure_json(score, &F::f1)},
            {"f1_definition", "pku"}, // also of precision, recall and ap
            {"precision", figure_json(score, &F::precision)},
            {"recall", figure_json(score, &F::recall)},
            {"ap", figure_json(score, &F::ap)},
            {"frame_accuracy", score.frame_accuracy},
            {"frame_accuracy_from", score.frames_from_scores ? "scores" : "intervals"},
            {"errors", by_overlap(score, [&](std::size_t i) { return errors_json(score.errors[i]); })},
            {"per_class",
             by_overlap(score, [&](std::size_t i) { return class_figures_json(score, score.figures[i]); })}};
}

Json split_json(const std::string& protocol, const DetectionScore& score) {
    return {{"protocol", protocol},
            {"classes_averaged", score.averaged_classes},
            {"mAP_a", map_a_json(score)},
            {"mAP_v", map_v_json(score)},
            {"frame_accuracy", score.frame_accuracy}};
}

Json over_folds_json(const DetectionOverFolds& figures) {
    Json json{{"mAP_a", {{"pku", Json::object()}, {"voc", Json::object()}}}};
    for (const auto& one : figures.precisions) {
        json["mAP_a"]["pku"][number_text(one.overlap)] = one.pku_map_a;
        json["mAP_a"]["voc"][number_text(one.overlap)] = one.voc_map_a;
    }
    json["frame_accuracy"] = figures.frame_accuracy;
    return json;
}

DetectionOverFolds over_folds_from(const Json& json) {
    DetectionOverFolds figures;
    const Json map_a = json.value("mAP_a", Json::object());
    const Json pku = map_a.value("pku", Json::object()), voc = map_a.value("voc", Json::object());
    for (const auto& [key, value] : pku.items()) {
        DetectionOverFolds::Precision one{.pku_map_a = value.get<double>(), .voc_map_a = voc.value(key, 0.0)};
        if (parse_number(key, one.overlap)) figures.precisions.push_back(one);
    }
    figures.frame_accuracy = json.value("frame_accuracy", 0.0);
    return figures;
}

// One figure of every overlap, out of an object {"0.5": share, …}.
void read_figure(DetectionScore& score, const Json& json, double F::*member) {
    for (DetectionFigures& figures : score.figures)
        figures.*member = json.value(number_text(figures.overlap), 0.0);
}

// Classes that have no figures were named by nobody: they stand behind those that have.
void read_classes(DetectionScore& score, const Json& json) {
    const Json per_class = json.value("per_class", Json::object());
    for (DetectionFigures& figures : score.figures) {
        const Json classes = per_class.value(number_text(figures.overlap), Json::object());
        score.class_names.clear();
        for (const auto& [name, one] : classes.items()) {
            score.class_names.push_back(name);
            figures.pku_class_ap.push_back(one.at("pku").get<double>());
            figures.voc_class_ap.push_back(one.at("voc").get<double>());
        }
    }
    score.class_names.resize(std::max(score.class_names.size(), json.value("classes", std::size_t{0})));
}

std::map<DetectionVerdict, std::int64_t> errors_from(const Json& json) {
    std::map<DetectionVerdict, std::int64_t> counts;
    for (int i = 0; i < detection_verdicts; ++i) {
        const auto verdict = static_cast<DetectionVerdict>(i);
        const std::string name(verdict_name(verdict));
        if (json.contains(name)) counts[verdict] = json[name].get<std::int64_t>();
    }
    return counts;
}

DetectionScore score_from(const Json& json) {
    DetectionScore score;
    const Json none = Json::object();
    const Json& map_a = json.at("mAP_a");
    for (const auto& [key, value] : map_a.at("pku").items()) {
        DetectionFigures figures;
        if (parse_number(key, figures.overlap)) score.figures.push_back(std::move(figures));
    }
    read_figure(score, map_a.at("pku"), &F::pku_map_a);
    read_figure(score, map_a.value("voc", none), &F::voc_map_a);
    read_figure(score, map_a.value("released", none), &F::released_map_a);
    const Json& map_v = json.at("mAP_v");
    read_figure(score, map_v.value("pku", none), &F::pku_map_v);
    read_figure(score, map_v.value("voc", none), &F::voc_map_v);
    read_figure(score, json.value("f1", none), &F::f1);
    read_figure(score, json.value("precision", none), &F::precision);
    read_figure(score, json.value("recall", none), &F::recall);
    read_figure(score, json.value("ap", none), &F::ap);
    score.sequences = json.value("sequences", std::int64_t{0});
    score.predictions = json.value("predictions", std::int64_t{0});
    score.truth = json.value("truth", std::int64_t{0});
    score.averaged_classes = json.value("classes_averaged", score.averaged_classes);
    score.frame_accuracy = json.value("frame_accuracy", 0.0);
    score.frames_from_scores = json.value("frame_accuracy_from", "") == "scores";
    const Json errors = json.value("errors", none);
    for (const DetectionFigures& figures : score.figures)
        score.errors.push_back(errors_from(errors.value(number_text(figures.overlap), none)));
    read_classes(score, json);
    return score;
}

Json segmentation_json(const SegmentationOptions& options) {
    return Json::parse(options_to_json(option_table<SegmentationOptions>(), option_values(options)));
}

std::optional<SegmentationOptions> segmentation_from(const Json& json) {
    const auto values = options_over_json(option_table<SegmentationOptions>(),
                                          option_values(SegmentationOptions{}), json.dump(), "segmentation");
    return values ? std::optional(options_from_values<SegmentationOptions>(*values)) : std::nullopt;
}

DetectionOverFolds over_folds(const TestedFolds& tested, double MeanAndSpread::*which) {
    const auto over = [&](const auto& value) {
        std::vector<double> values;
        for (const auto& [protocol, score] : tested.folds) values.push_back(value(score));
        return mean_and_spread(values).*which;
    };
    DetectionOverFolds found;
    for (std::size_t i = 0; i < tested.folds.front().second.figures.size(); ++i)
        found.precisions.push_back(
            {tested.folds.front().second.figures[i].overlap,
             over([i](const DetectionScore& score) { return score.figures[i].pku_map_a; }),
             over([i](const DetectionScore& score) { return score.figures[i].voc_map_a; })});
    found.frame_accuracy = over([](const DetectionScore& score) { return score.frame_accuracy; });
    return found;
}

} // namespace

const DetectionFigures* DetectionScore::at(double overlap) const {
    const auto found = std::ranges::find(figures, overlap, &DetectionFigures::overlap);
    return found == figures.end() ? nullptr : &*found;
}

std::optional<double> DetectionOverFolds::at(double overlap, double Precision::*which) const {
    const auto found = std::ranges::find(precisions, overlap, &Precision::overlap);
    return found == precisions.end() ? std::nullopt : std::optional((*found).*which);
}

DetectionSummary detection_summary(TestedFolds tested, Stamp stamp) {
    DetectionSummary summary;
    if (!tested.folds.empty()) {
        summary.mean = over_folds(tested, &MeanAndSpread::mean);
        summary.spread = over_folds(tested, &MeanAndSpread::spread);
    }
    summary.tested = std::move(tested);
    summary.stamp = std::move(stamp);
    return summary;
}

namespace result_json {

Json of(const DetectionSummary& summary) {
    Json json = score_json(summary.tested.pooled);
    if (!summary.labels.empty()) json["labels"] = summary.labels;
    if (!summary.intervals_from.empty()) json["intervals_from"] = summary.intervals_from;
    if (summary.segmentation) json["segmentation"] = segmentation_json(*summary.segmentation);
    for (const auto& [protocol, score] : summary.tested.folds)
        json["folds"].push_back(split_json(protocol, score));
    if (!summary.tested.folds.empty()) {
        json["mean"] = over_folds_json(summary.mean);
        json["spread"] = over_folds_json(summary.spread);
    }
    if (!summary.stamp.empty()) json["stamp"] = summary.stamp.facts();
    if (summary.seconds) json["seconds"] = *summary.seconds;
    if (!summary.device.empty()) json["device"] = summary.device;
    return json;
}

DetectionSummary detection_from(const Json& json) {
    DetectionSummary summary;
    summary.tested.pooled = score_from(json);
    summary.labels = json.value("labels", "");
    summary.intervals_from = json.value("intervals_from", "");
    if (json.contains("segmentation")) summary.segmentation = segmentation_from(json["segmentation"]);
    for (const Json& fold : json.value("folds", Json::array()))
        summary.tested.folds.emplace_back(fold.value("protocol", ""), score_from(fold));
    summary.mean = over_folds_from(json.value("mean", Json::object()));
    summary.spread = over_folds_from(json.value("spread", Json::object()));
    summary.stamp = json.value("stamp", Stamp::Facts());
    summary.seconds = number_in(json, "seconds");
    summary.device = json.value("device", "");
    return summary;
}

} // namespace result_json

std::string summary_to_json(const DetectionSummary& summary) {
    return json_line(result_json::of(summary));
}

Result<DetectionSummary> detection_summary_from_json(std::string_view text, const std::string& source) {
    KINELENS_TRY(json, parse_json_object(text, source));
    return read_json(
        source, [&json = json]() -> Result<DetectionSummary> { return result_json::detection_from(json); });
}

} // namespace kinelens
