#include "app/command_line/evaluation_output.h"

#include "app/command_line/evaluation_words.h"
#include "app/command_line/words.h"
#include "core/results/evaluation_summary.h"

namespace kinelens {

std::string results_file(const std::string& output, const VerbContext& context) {
    if (!output.empty() || context.common.run.empty()) return output;
    return (Path(context.common.run) / "results.h5").string();
}

VerbResult finish_evaluation(RunRecorder& recorder, const Result<EvaluationResults>& found,
                             const std::string& file) {
    if (!found) return recorder.finish(fail(found.error()));
    if (!file.empty()) {
        if (const auto written = write_results(file, *found); !written)
            return recorder.finish(fail(written.error()));
        recorder.sink()(ArtifactReady{"results", full_name(file), ""});
    }
    const EvaluationSummary summary = evaluation_summary(*found);
    std::string text = evaluation_text(summary);
    if (!file.empty()) text += "\n" + row("results", file);
    if (text.back() == '\n') text.pop_back();
    return recorder.finish(summary_to_json(summary), text);
}

} // namespace kinelens
