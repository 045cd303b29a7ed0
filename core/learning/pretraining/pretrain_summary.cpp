#include "core/learning/pretraining/pretrain_summary.h"

#include "core/foundation/json_text.h"

namespace kinelens::learning {

std::string summary_json(const PretrainSummary& summary) {
    nlohmann::ordered_json json = {
        {"outcome", outcome_name(summary.outcome)}, {"epochs", summary.epochs}, {"steps", summary.steps}};
    for (const Metric& metric : summary.losses) json[metric.name] = metric.value;
    json["samples_per_second"] = summary.samples_per_second;
    json["seconds"] = summary.seconds;
    json["device"] = summary.device;
    json["checkpoint"] = summary.checkpoint;
    return json_line(json);
}

} // namespace kinelens::learning
