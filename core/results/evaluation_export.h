// An evaluation's results as tables and JSON for other programs.
#pragma once

#include "core/results/evaluation_results.h"

#include <string>
#include <string_view>

namespace kinelens {

// CSV (RFC 4180), classes and sequences by name.
//   samples:   name,truth,predicted,right,fold[,score of each class][,nearest,distance]
//   figures:   by,value,count,right,top1 — over all, each fold, class and slice
//   confusion: a row a true class, a column a class that was said, counts
std::string samples_csv(const EvaluationResults& results);
std::string figures_csv(const EvaluationResults& results);
std::string confusion_csv(const EvaluationResults& results);

// `what`: samples, figures or confusion as csv; figures also as json (evaluation_summary). Beside a CSV
// stands its receipt, FILE.receipt.json: the stamp of what made the numbers. Returns what was written.
// Errors: already_exists unless `replace`, invalid_argument (what, format), file_unwritable, disk_full.
Result<std::vector<Path>> export_results(const EvaluationResults& results, std::string_view what,
                                         std::string_view format, const Path& output, bool replace);

} // namespace kinelens
