#include "core/learning/evaluation/fit_report.h"

#include "core/foundation/json_text.h"

namespace kinelens::learning {
namespace {

using Json = nlohmann::ordered_json;

Json fit_json(const FittedSplit& fit, EpochSelection selection) {
    const auto epoch = [](const MeasuredEpoch& measured) {
        return Json{{"epoch", measured.epoch}, {"top1", measured.test_accuracy}};
    };
    const MeasuredEpoch& chosen = fit.choice.chosen(selection);
    return {{"fold", fit.fold},
            {"repeat", fit.repeat},
            {"selection", name_of(fit.choice.counted(selection))},
            {"chosen_epoch", chosen.epoch},
            {"top1", chosen.test_accuracy},
            {"validation_top1", chosen.validation_accuracy ? Json(*chosen.validation_accuracy) : Json()},
            {"last_epoch", epoch(fit.choice.last())},
            {"best_test_epoch", epoch(fit.choice.best_on_test())},
            {"training_samples", fit.training},
            {"validation_samples", fit.validation}};
}

} // namespace

std::string fit_report(const std::vector<FittedSplit>& fits, EpochSelection selection) {
    double last = 0, best = 0, samples = 0;
    Json list = Json::array();
    for (const FittedSplit& fit : fits) {
        const auto count = static_cast<double>(fit.test);
        samples += count;
        last += count * fit.choice.last().test_accuracy;
        best += count * fit.choice.best_on_test().test_accuracy;
        list.push_back(fit_json(fit, selection));
    }
    const Json json{{"selection", name_of(selection)},
                    {"last_epoch", {{"top1", samples > 0 ? last / samples : 0}}},
                    {"best_test_epoch", {{"top1", samples > 0 ? best / samples : 0}}},
                    {"fits", list}};
    return json_line(json);
}

} // namespace kinelens::learning
