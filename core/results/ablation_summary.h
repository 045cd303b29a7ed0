// What a table of pretrainings and evaluations found, cell by cell: what `ablate` prints as one JSON object
// and writes into table.json, table.csv and detection.csv.
#pragma once

#include "core/results/detection_summary.h"
#include "core/results/evaluation_summary.h"

#include <variant>

namespace kinelens {

struct AblationRow {
    std::string row, verb;
    std::string file; // of results
    std::variant<EvaluationSummary, DetectionSummary> found;
    bool kept = false; // it was there already

    const EvaluationSummary* evaluation() const { return std::get_if<EvaluationSummary>(&found); }
    const DetectionSummary* detection() const { return std::get_if<DetectionSummary>(&found); }
};

struct CellComparison {
    std::string first, second; // names of cells: "DSTE/probe"
    ComparisonSummary found;
};

struct AblationSummary {
    std::string name; // the table's
    std::vector<AblationRow> rows;
    std::vector<CellComparison> comparisons; // as the table lists them
};

// {"name", "rows": [{"row", "verb", what matters of the cell's summary, "file", "kept"}], "comparisons":
// [{"cells": [first, second], and the comparison}]}.
std::string summary_to_json(const AblationSummary& summary);

// Errors: format_invalid, subject = source.
Result<AblationSummary> ablation_summary_from_json(std::string_view text, const std::string& source);

// One line for each evaluation, with the accuracies that count.
std::string ablation_csv(const AblationSummary& summary);

// One line for each definition and overlap of each detection.
std::string detection_csv(const AblationSummary& summary);

} // namespace kinelens
