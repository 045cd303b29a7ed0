#include "core/foundation/csv_text.h"
#include "core/foundation/number_text.h"
#include "core/results/evaluation_summary.h"
#include "core/results/result_json.h"

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

Json with_stamps(const ComparisonSummary& summary, const Stamp& first, const Stamp& second) {
    Json json = result_json::of(summary);
    json["first_stamp"] = first.facts();
    json["second_stamp"] = second.facts();
    return json;
}

std::string csv_value(const Json& value) {
    std::string words;
    if (value.is_array())
        for (const Json& one : value) words += (words.empty() ? "" : " ") + one.get<std::string>();
    else
        words = value.is_string()         ? value.get<std::string>()
                : value.is_number_float() ? number_text(value.get<double>())
                                          : json_line(value);
    return csv_field(words);
}

// A line for each value; keys of what lies deeper begin with the key that it lies under.
std::string csv_lines(const Json& json, const std::string& before) {
    std::string text;
    for (const auto& [key, value] : json.items())
        text += value.is_object() ? csv_lines(value, before + key + " ")
                                  : csv_field(before + key) + "," + csv_value(value) + "\r\n";
    return text;
}

} // namespace

Result<ComparisonSummary> comparison_summary(const EvaluationResults& first,
                                             const EvaluationResults& second) {
    KINELENS_TRY(test, mcnemar(right_by_name(first), right_by_name(second)));
    return ComparisonSummary{figures_of(first).top1,
                             figures_of(second).top1,
                             first.repetitions() > 1 || second.repetitions() > 1,
                             test,
                             compared_in(first.stamp, second.stamp),
                             differing_stamps(first.stamp, second.stamp)};
}

namespace result_json {

Json of(const ComparisonSummary& summary) {
    const McNemar& test = summary.test;
    return {{"kind", "comparison"},
            {"first", summary.first},
            {"second", summary.second},
            {"difference", summary.difference()},
            {"of_the_first_repeat", summary.of_the_first_repeat},
            {"mcnemar",
             {{"both_right", test.both_right},
              {"only_first", test.only_first},
              {"only_second", test.only_second},
              {"both_wrong", test.both_wrong},
              {"exact", test.exact},
              {"statistic", test.statistic},
              {"p", test.p}}},
            {"compared", summary.compared},
            {"differing", summary.differing}};
}

ComparisonSummary comparison_from(const Json& json) {
    ComparisonSummary summary;
    summary.first = json.at("first").get<double>();
    summary.second = json.at("second").get<double>();
    summary.of_the_first_repeat = json.value("of_the_first_repeat", false);
    const Json& test = json.at("mcnemar");
    summary.test = {test.at("both_right").get<std::int64_t>(),
                    test.at("only_first").get<std::int64_t>(),
                    test.at("only_second").get<std::int64_t>(),
                    test.at("both_wrong").get<std::int64_t>(),
                    test.at("exact").get<bool>(),
                    test.at("statistic").get<double>(),
                    test.at("p").get<double>()};
    summary.compared = json.value("compared", summary.compared);
    summary.differing = json.value("differing", summary.differing);
    return summary;
}

} // namespace result_json

std::string summary_to_json(const ComparisonSummary& summary) {
    return json_line(result_json::of(summary));
}

std::string comparison_json(const ComparisonSummary& summary, const Stamp& first, const Stamp& second) {
    return with_stamps(summary, first, second).dump(4, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string comparison_csv(const ComparisonSummary& summary, const Stamp& first, const Stamp& second) {
    return "key,value\r\n" + csv_lines(with_stamps(summary, first, second), {});
}

} // namespace kinelens
