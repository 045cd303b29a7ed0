// An evaluation's results as tables and JSON for other programs.
#pragma once

#include "core/foundation/named_values.h"
#include "core/results/evaluation_results.h"

#include <string>

namespace kinelens {

enum class EvaluationTable { samples, figures, confusion, subset, weights };
constexpr auto named_values(EvaluationTable) {
    using enum EvaluationTable;
    return std::array{Named{samples, "samples"}, Named{figures, "figures"}, Named{confusion, "confusion"},
                      Named{subset, "subset"}, Named{weights, "weights"}};
}

enum class TableFormat { csv, json };
constexpr auto named_values(TableFormat) {
    using enum TableFormat;
    return std::array{Named{csv, "csv"}, Named{json, "json"}};
}

// CSV (RFC 4180), classes and sequences by name.
//   samples:   name,truth,predicted,right,fold[,score of each class][,nearest,distance]
//   figures:   by,value,count,right,top1,low95,high95,top5,mean_class,last_epoch,best_test_epoch,repeats,
//              repeat_mean,repeat_spread — over all, each fold, class, slice and repetition; empty where a
//              row has none. Of several repetitions all is of the first but the last three columns and the
//              epochs.
//   confusion: one row for each true class, one column for each predicted class, counts
//   subset:    fold,repeat,name — the labelled samples that each repetition learned from
//   weights:   w1,w2,…,top1 — an ensemble's accuracy at every mix of its members' weights
std::string samples_csv(const EvaluationResults& results);
std::string figures_csv(const EvaluationResults& results);
std::string confusion_csv(const EvaluationResults& results);
std::string subset_csv(const EvaluationResults& results);
std::string weights_csv(const EvaluationResults& results);

// As CSV, or as JSON: of figures the evaluation_summary(), of the others {"what", "stamp", "columns",
// "rows"}. Beside a CSV stands its receipt, FILE.receipt.json: the stamp of what made the numbers. Returns
// what was written. Errors: already_exists unless `replace`, invalid_argument (what: the results have no
// such thing), file_unwritable, disk_full.
Result<std::vector<Path>> export_results(const EvaluationResults& results, EvaluationTable what,
                                         TableFormat format, const Path& output, bool replace);

} // namespace kinelens
