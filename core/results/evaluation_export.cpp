#include "core/results/evaluation_export.h"

#include "core/foundation/json_text.h"
#include "core/results/evaluation_summary.h"
#include "core/results/figures_table.h"

namespace kinelens {
namespace {

std::string class_of(const EvaluationResults& results, std::int32_t label) {
    const auto index = static_cast<std::size_t>(label);
    return label < 0 || index >= results.classes() ? std::string("unknown") : results.class_names[index];
}

ResultTable samples_table(const EvaluationResults& results) {
    const std::size_t classes = results.scores.empty() ? 0 : results.classes();
    const RetrievedNeighbours& found = results.retrieved;
    std::vector<std::string> columns{"name", "truth", "predicted", "right", "fold"};
    for (std::size_t c = 0; c < classes; ++c) columns.push_back("score " + results.class_names[c]);
    if (found.k > 0) columns.insert(columns.end(), {"nearest", "distance"});
    ResultTable table(std::move(columns));
    for (std::size_t i = 0; i < results.names.size(); ++i) {
        table.row()
            .cell(results.names[i])
            .cell(class_of(results, results.truth[i]))
            .cell(class_of(results, results.predicted[i]))
            .cell(results.truth[i] == results.predicted[i] ? 1 : 0)
            .cell(results.fold_names[static_cast<std::size_t>(results.fold[i])]);
        for (std::size_t c = 0; c < classes; ++c) table.cell(results.scores[i * classes + c]);
        if (found.k > 0)
            table.cell(found.gallery_names[static_cast<std::size_t>(found.indices[i * found.k])])
                .cell(found.distances[i * found.k]);
    }
    return table;
}

ResultTable confusion_table(const EvaluationResults& results) {
    const ClassificationFigures all = figures_of(results);
    const std::size_t classes = results.classes();
    std::vector<std::string> columns{"truth"};
    columns.insert(columns.end(), results.class_names.begin(), results.class_names.end());
    ResultTable table(std::move(columns));
    for (std::size_t truth = 0; truth < classes; ++truth) {
        table.row().cell(results.class_names[truth]);
        for (std::size_t said = 0; said < classes; ++said) table.cell(all.confusion[truth * classes + said]);
    }
    return table;
}

ResultTable subset_table(const EvaluationResults& results) {
    ResultTable table({"fold", "repeat", "name"});
    const LabelledSubset& subset = results.subset;
    for (std::size_t i = 0; i < subset.name.size(); ++i)
        table.row()
            .cell(results.fold_names[static_cast<std::size_t>(subset.fold[i])])
            .cell(subset.repeat[i])
            .cell(subset.name[i]);
    return table;
}

ResultTable weights_table(const EvaluationResults& results) {
    std::vector<std::string> columns;
    for (std::size_t i = 0; i < results.map.members; ++i) columns.push_back("w" + std::to_string(i + 1));
    columns.emplace_back("top1");
    ResultTable table(std::move(columns));
    for (const WeightMix& mix : weight_mixes(results.map)) {
        table.row();
        for (const float weight : mix.weights) table.cell(weight);
        table.cell(mix.accuracy);
    }
    return table;
}

ResultTable table_of(const EvaluationResults& results, EvaluationTable what) {
    switch (what) {
    case EvaluationTable::samples:
        return samples_table(results);
    case EvaluationTable::figures:
        return figures_table(results);
    case EvaluationTable::confusion:
        return confusion_table(results);
    case EvaluationTable::subset:
        return subset_table(results);
    case EvaluationTable::weights:
        break;
    }
    return weights_table(results);
}

Result<void> check_request(const EvaluationResults& results, EvaluationTable what, const Path& output,
                           bool replace) {
    if (what == EvaluationTable::subset && results.subset.name.empty())
        return fail(ErrorCode::invalid_argument, "what",
                    "these results have no labelled subset; those of finetune have");
    if (what == EvaluationTable::weights && results.map.accuracy.empty())
        return fail(ErrorCode::invalid_argument, "what",
                    "these results have no map of weights; those of ensemble --map have");
    if (output.filename().empty()) return fail(ErrorCode::invalid_argument, "output", "it names no file");
    if (!replace && std::filesystem::exists(output)) return fail(ErrorCode::already_exists, output.string());
    return {};
}

std::string json_of(const EvaluationResults& results, EvaluationTable what) {
    if (what == EvaluationTable::figures) return summary_to_json(evaluation_summary(results)) + "\n";
    const std::string stamp = json_line({{"what", name_of(what)}, {"stamp", results.stamp.facts()}});
    return stamp.substr(0, stamp.size() - 1) + "," + table_of(results, what).json_members() + "}\n";
}

std::string receipt_of(const EvaluationResults& results, EvaluationTable what) {
    nlohmann::ordered_json json{{"what", name_of(what)}, {"stamp", results.stamp.facts()}};
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace

std::string samples_csv(const EvaluationResults& results) {
    return samples_table(results).csv();
}

std::string figures_csv(const EvaluationResults& results) {
    return figures_table(results).csv();
}

std::string confusion_csv(const EvaluationResults& results) {
    return confusion_table(results).csv();
}

std::string subset_csv(const EvaluationResults& results) {
    return subset_table(results).csv();
}

std::string weights_csv(const EvaluationResults& results) {
    return weights_table(results).csv();
}

Result<std::vector<Path>> export_results(const EvaluationResults& results, EvaluationTable what,
                                         TableFormat format, const Path& output, bool replace) {
    KINELENS_CHECK(check_request(results, what, output, replace));
    if (format == TableFormat::json) {
        KINELENS_CHECK(write_file_atomically(output, json_of(results, what)));
        return std::vector<Path>{output};
    }
    const Path receipt = output.string() + ".receipt.json";
    KINELENS_CHECK(write_file_atomically(output, table_of(results, what).csv()));
    KINELENS_CHECK(write_file_atomically(receipt, receipt_of(results, what)));
    return std::vector<Path>{output, receipt};
}

} // namespace kinelens
