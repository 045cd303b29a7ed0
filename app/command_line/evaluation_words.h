// The summary of an evaluation in words.
#pragma once

#include "core/results/evaluation_summary.h"

#include <string>

namespace kinelens {

// Rows of two columns, the last without a line break.
std::string evaluation_text(const EvaluationSummary& summary);
std::string comparison_text(const ComparisonSummary& summary);

} // namespace kinelens
