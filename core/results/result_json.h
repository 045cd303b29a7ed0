// How the codecs of this folder write and read what their structs share. Only for core/results.
#pragma once

#include "core/foundation/json_text.h"
#include "core/metrics/mean_and_spread.h"
#include "core/results/stamp.h"

#include <optional>

namespace kinelens {

struct EvaluationReport;
struct EvaluationSummary;
struct ComparisonSummary;
struct DetectionSummary;

namespace result_json {

using Json = nlohmann::ordered_json;

inline Json or_null(const std::optional<double>& value) {
    return value ? Json(*value) : Json();
}

// Nothing where the key is missing or null. As all that reads here: another kind of value is thrown, for
// read_json().
inline std::optional<double> number_in(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found == json.end() || found->is_null() ? std::nullopt : std::optional(found->get<double>());
}

inline Json mean_and_spread_json(const MeanAndSpread& figure) {
    return {{"mean", figure.mean}, {"spread", figure.spread}};
}

inline MeanAndSpread mean_and_spread_from(const Json& json) {
    return {json.at("mean").get<double>(), json.at("spread").get<double>()};
}

Json of(const EvaluationReport& report);
Json of(const EvaluationSummary& summary);
Json of(const ComparisonSummary& summary);
Json of(const DetectionSummary& summary);

// Takes the report's keys; all others are in its `more`.
EvaluationReport report_from(Json json);

// These throw as number_in() does.
EvaluationSummary evaluation_from(const Json& json);
ComparisonSummary comparison_from(const Json& json);
DetectionSummary detection_from(const Json& json);

} // namespace result_json
} // namespace kinelens
