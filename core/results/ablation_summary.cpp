#include "core/results/ablation_summary.h"

#include "core/foundation/files.h"
#include "core/foundation/number_text.h"
#include "core/results/result_json.h"

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

// Of a cell's own summary; what else it says stands in the cell's file.
constexpr const char* row_keys[] = {"samples",  "top1",   "top5",    "mean_class",     "interval95",
                                    "mean",     "spread", "repeats", "last_epoch",     "best_test_epoch",
                                    "mAP_a",    "mAP_v",  "f1",      "frame_accuracy", "folds",
                                    "protocol", "stamp"};

Json row_json(const AblationRow& row) {
    const Json whole = std::visit([](const auto& found) { return result_json::of(found); }, row.found);
    Json json{{"row", row.row}, {"verb", row.verb}};
    for (const char* key : row_keys)
        if (whole.contains(key)) json[key] = whole[key];
    json["file"] = row.file;
    json["kept"] = row.kept;
    return json;
}

AblationRow row_from(Json json) {
    AblationRow row{
        json.value("row", ""), json.value("verb", ""), json.value("file", ""), {}, json.value("kept", false)};
    for (const char* key : {"row", "verb", "file", "kept"}) json.erase(key);
    if (json.contains("mAP_a"))
        row.found = result_json::detection_from(json);
    else
        row.found = result_json::evaluation_from(json);
    return row;
}

Json comparison_json(const CellComparison& comparison) {
    Json json{{"cells", {comparison.first, comparison.second}}};
    json.update(result_json::of(comparison.found));
    return json;
}

// As CSV takes it: quotes doubled.
std::string quoted(const std::string& word) {
    std::string text(1, '"');
    for (const char letter : word) text.append(letter == '"' ? 2 : 1, letter);
    return text.append(1, '"');
}

// As JSON has them: "1.0", "null".
void append_numbers(std::string& text, std::initializer_list<std::optional<double>> numbers) {
    for (const auto& number : numbers) text.append(",").append(result_json::or_null(number).dump());
}

} // namespace

std::string summary_to_json(const AblationSummary& summary) {
    Json json{{"name", summary.name}, {"rows", Json::array()}, {"comparisons", Json::array()}};
    for (const AblationRow& row : summary.rows) json["rows"].push_back(row_json(row));
    for (const CellComparison& one : summary.comparisons) json["comparisons"].push_back(comparison_json(one));
    return json_line(json);
}

Result<AblationSummary> ablation_summary_from_json(std::string_view text, const std::string& source) {
    KINELENS_TRY(json, parse_json_object(text, source));
    return read_json(source, [&json = json]() -> Result<AblationSummary> {
        AblationSummary summary;
        summary.name = json.value("name", "");
        for (const Json& row : json.at("rows")) summary.rows.push_back(row_from(row));
        for (const Json& one : json.value("comparisons", Json::array())) {
            const Json& cells = one.at("cells");
            summary.comparisons.push_back({cells.at(0).get<std::string>(), cells.at(1).get<std::string>(),
                                           result_json::comparison_from(one)});
        }
        return summary;
    });
}

std::string ablation_csv(const AblationSummary& summary) {
    std::string text = "row,verb,samples,top1,low95,high95,mean_over_runs,spread_over_runs,mean_class,file\n";
    for (const AblationRow& row : summary.rows) {
        const EvaluationSummary* found = row.evaluation();
        if (!found) continue;
        text.append(quoted(row.row)).append(",").append(row.verb);
        text.append(",").append(std::to_string(found->figures.samples));
        append_numbers(text, {found->figures.top1, found->interval95.low, found->interval95.high,
                              found->mean.top1, found->spread.top1, found->figures.mean_class});
        text.append(",").append(Path(row.file).filename().string()).append("\n");
    }
    return text;
}

std::string detection_csv(const AblationSummary& summary) {
    using F = DetectionFigures;
    using P = DetectionOverFolds::Precision;
    struct Definition {
        const char* name;
        double F::*map_a;
        double F::*map_v;
        double P::*averaged;
    };
    std::string text = "row,definition,overlap,mAP_a,mAP_v,mean_over_folds,spread_over_folds,"
                       "frame_accuracy,mean_over_folds,spread_over_folds\n";
    for (const AblationRow& row : summary.rows) {
        const DetectionSummary* found = row.detection();
        if (!found) continue;
        const DetectionScore& pooled = found->tested.pooled;
        for (const Definition& one : {Definition{"pku", &F::pku_map_a, &F::pku_map_v, &P::pku_map_a},
                                      Definition{"voc", &F::voc_map_a, &F::voc_map_v, &P::voc_map_a}})
            for (const DetectionFigures& figures : pooled.figures) {
                text.append(quoted(row.row)).append(",").append(one.name).append(",");
                text.append(number_text(figures.overlap));
                append_numbers(text, {figures.*one.map_a, figures.*one.map_v,
                                      found->mean.at(figures.overlap, one.averaged),
                                      found->spread.at(figures.overlap, one.averaged), pooled.frame_accuracy,
                                      found->mean.frame_accuracy, found->spread.frame_accuracy});
                text.append("\n");
            }
    }
    return text;
}

} // namespace kinelens
