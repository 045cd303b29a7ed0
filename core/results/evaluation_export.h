// An evaluation's results as tables and JSON for other programs.
#pragma once

#include "core/results/evaluation_results.h"

#include <string>
#include <string_view>

namespace kinelens {

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

// Whether `what` is one of these, and their names in a sentence.
bool is_result_table(std::string_view what);
inline constexpr std::string_view result_tables = "samples, figures, confusion, subset, weights";

// `format`: csv, or json: of figures evaluation_summary(), of the others {"what", "stamp", "columns",
// "rows"}. Beside a CSV stands its receipt, FILE.receipt.json: the stamp of what made the numbers. Returns
// what was written. Errors: already_exists unless `replace`, invalid_argument (what, also where the results
// have no such thing; format), file_unwritable, disk_full.
Result<std::vector<Path>> export_results(const EvaluationResults& results, std::string_view what,
                                         std::string_view format, const Path& output, bool replace);

} // namespace kinelens
