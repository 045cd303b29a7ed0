#include "core/results/evaluation_export.h"

#include "core/foundation/csv_text.h"
#include "core/foundation/json_text.h"
#include "core/foundation/number_text.h"
#include "core/results/evaluation_summary.h"

namespace kinelens {
namespace {

std::string class_of(const EvaluationResults& results, std::int32_t label) {
    const auto index = static_cast<std::size_t>(label);
    return label < 0 || index >= results.classes() ? std::string("unknown") : results.class_names[index];
}

class Table {
public:
    Table& cell(std::string_view text) { return add(csv_field(text)); }
    template <class Number>
    requires std::is_arithmetic_v<Number> Table& cell(Number value) { return add(number_text(value)); }
    void end_row() {
        text_.append("\r\n");
        first_ = true;
    }
    std::string text() && { return std::move(text_); }

private:
    Table& add(const std::string& field) {
        if (!first_) text_.push_back(',');
        text_.append(field);
        first_ = false;
        return *this;
    }
    std::string text_;
    bool first_ = true;
};

void add_figure(Table& table, std::string_view by, std::string_view value, std::int64_t count,
                std::int64_t right) {
    const double top1 = count > 0 ? static_cast<double>(right) / static_cast<double>(count) : 0;
    table.cell(by).cell(value).cell(count).cell(right).cell(top1).end_row();
}

std::int64_t right_of(const ClassificationFigures& figures) {
    std::int64_t right = 0;
    for (const ClassFigure& one : figures.per_class) right += one.right;
    return right;
}

std::string receipt_of(const EvaluationResults& results, std::string_view what) {
    nlohmann::ordered_json json{{"what", what}, {"stamp", results.stamp}};
    return json.dump(2) + "\n";
}

} // namespace

std::string samples_csv(const EvaluationResults& results) {
    Table table;
    const std::size_t classes = results.scores.empty() ? 0 : results.classes();
    const RetrievedNeighbours& found = results.retrieved;
    for (const char* title : {"name", "truth", "predicted", "right", "fold"}) table.cell(title);
    for (std::size_t c = 0; c < classes; ++c) table.cell("score " + results.class_names[c]);
    if (found.k > 0) table.cell("nearest").cell("distance");
    table.end_row();
    for (std::size_t i = 0; i < results.names.size(); ++i) {
        table.cell(results.names[i])
            .cell(class_of(results, results.truth[i]))
            .cell(class_of(results, results.predicted[i]))
            .cell(results.truth[i] == results.predicted[i] ? 1 : 0)
            .cell(results.fold_names[static_cast<std::size_t>(results.fold[i])]);
        for (std::size_t c = 0; c < classes; ++c) table.cell(results.scores[i * classes + c]);
        if (found.k > 0)
            table.cell(found.gallery_names[static_cast<std::size_t>(found.indices[i * found.k])])
                .cell(found.distances[i * found.k]);
        table.end_row();
    }
    return std::move(table).text();
}

std::string figures_csv(const EvaluationResults& results) {
    Table table;
    for (const char* title : {"by", "value", "count", "right", "top1"}) table.cell(title);
    table.end_row();
    const ClassificationFigures all = figures_of(results);
    add_figure(table, "all", "all", all.samples, right_of(all));
    for (std::size_t fold = 0; fold < results.fold_names.size(); ++fold) {
        const auto figures = figures_of_fold(results, static_cast<std::int32_t>(fold));
        add_figure(table, "fold", results.fold_names[fold], figures.samples, right_of(figures));
    }
    for (std::size_t c = 0; c < all.per_class.size(); ++c)
        add_figure(table, "class", results.class_names[c], all.per_class[c].count, all.per_class[c].right);
    if (results.facts.size() == results.names.size())
        for (const Slice& slice : accuracy_slices(results.truth, results.predicted, results.facts))
            add_figure(table, slice.by, slice.value, slice.count, slice.right);
    return std::move(table).text();
}

std::string confusion_csv(const EvaluationResults& results) {
    Table table;
    const ClassificationFigures all = figures_of(results);
    const std::size_t classes = results.classes();
    table.cell("truth");
    for (const std::string& name : results.class_names) table.cell(name);
    table.end_row();
    for (std::size_t truth = 0; truth < classes; ++truth) {
        table.cell(results.class_names[truth]);
        for (std::size_t said = 0; said < classes; ++said) table.cell(all.confusion[truth * classes + said]);
        table.end_row();
    }
    return std::move(table).text();
}

Result<std::vector<Path>> export_results(const EvaluationResults& results, std::string_view what,
                                         std::string_view format, const Path& output, bool replace) {
    if (what != "samples" && what != "figures" && what != "confusion")
        return fail(ErrorCode::invalid_argument, "what",
                    "'" + std::string(what) + "' is none of samples, figures, confusion");
    if (format != "csv" && !(format == "json" && what == "figures"))
        return fail(ErrorCode::invalid_argument, "format",
                    "'" + std::string(format) + "'; " + std::string(what) +
                        (what == "figures" ? " are written as csv or json" : " is written as csv"));
    if (output.filename().empty()) return fail(ErrorCode::invalid_argument, "output", "it names no file");
    if (!replace && std::filesystem::exists(output)) return fail(ErrorCode::already_exists, output.string());
    if (format == "json") {
        KINELENS_CHECK(write_file_atomically(output, evaluation_summary(results) + "\n"));
        return std::vector<Path>{output};
    }
    const Path receipt = output.string() + ".receipt.json";
    const std::string table = what == "samples"   ? samples_csv(results)
                              : what == "figures" ? figures_csv(results)
                                                  : confusion_csv(results);
    KINELENS_CHECK(write_file_atomically(output, table));
    KINELENS_CHECK(write_file_atomically(receipt, receipt_of(results, what)));
    return std::vector<Path>{output, receipt};
}

} // namespace kinelens
