#include "app/command_line/evaluation_words.h"
#include "app/command_line/inspect/inspections.h"
#include "app/command_line/words.h"
#include "core/results/evaluation_summary.h"

namespace kinelens {

VerbResult inspect_results(const Path& file, const std::string& against) {
    KINELENS_TRY(results, read_results(file));
    if (against.empty()) {
        const EvaluationSummary summary = evaluation_summary(results);
        return VerbOutcome{Outcome::completed, summary_to_json(summary),
                           row("results", file.string()) + evaluation_text(summary)};
    }
    KINELENS_TRY(others, read_results(against));
    KINELENS_TRY(summary, comparison_summary(results, others));
    return VerbOutcome{Outcome::completed, summary_to_json(summary), comparison_text(summary)};
}

} // namespace kinelens
