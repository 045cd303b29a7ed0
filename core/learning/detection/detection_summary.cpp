#include "core/learning/detection/detection_summary.h"

#include "core/foundation/json_text.h"
#include "core/foundation/number_text.h"
#include "core/metrics/mean_and_spread.h"

namespace kinelens::learning {
namespace {

using FoldScores = decltype(TestedFolds::folds);
using Json = nlohmann::ordered_json;

template <class Value>
MeanAndSpread over(const FoldScores& folds, const Value& value) {
    std::vector<double> values;
    for (const auto& fold : folds) values.push_back(value(fold.second));
    return mean_and_spread(values);
}

// {"mAP_a": {"pku": {"0.1": …}, "voc": {…}}, "frame_accuracy": …} of the mean or the spread.
Json over_folds(const FoldScores& folds, double MeanAndSpread::*which) {
    Json json{{"mAP_a", {{"pku", Json::object()}, {"voc", Json::object()}}}};
    const auto& figures = folds.front().second.figures;
    for (std::size_t i = 0; i < figures.size(); ++i)
        for (const auto& [name, member] :
             {std::pair{"pku", &DetectionFigures::pku_map_a}, std::pair{"voc", &DetectionFigures::voc_map_a}})
            json["mAP_a"][name][number_text(figures[i].overlap)] =
                over(folds, [&](const DetectionScore& score) { return score.figures[i].*member; }).*which;
    json["frame_accuracy"] =
        over(folds, [](const DetectionScore& score) { return score.frame_accuracy; }).*which;
    return json;
}

} // namespace

std::string folds_to_json(const TestedFolds& tested, const std::map<std::string, std::string>& stamp) {
    const auto& [pooled, folds] = tested;
    Json json = Json::parse(score_to_json(pooled));
    json["folds"] = Json::array();
    for (const auto& [protocol, score] : folds) {
        const Json whole = Json::parse(score_to_json(score));
        json["folds"].push_back({{"protocol", protocol},
                                 {"classes_averaged", whole["classes_averaged"]},
                                 {"mAP_a", whole["mAP_a"]},
                                 {"mAP_v", whole["mAP_v"]},
                                 {"frame_accuracy", whole["frame_accuracy"]}});
    }
    json["mean"] = over_folds(folds, &MeanAndSpread::mean);
    json["spread"] = over_folds(folds, &MeanAndSpread::spread);
    json["stamp"] = stamp;
    return json_line(json);
}

} // namespace kinelens::learning
