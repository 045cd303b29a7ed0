// The figures of an evaluation as one table: over all, each fold, class, slice and repetition. Only for
// core/results; the columns stand in evaluation_export.h.
#pragma once

#include "core/results/evaluation_results.h"
#include "core/results/result_table.h"

namespace kinelens {

ResultTable figures_table(const EvaluationResults& results);

} // namespace kinelens
