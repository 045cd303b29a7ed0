// What every evaluation verb ends with: the results file, its event and the summary.
#pragma once

#include "app/command_line/run_recorder.h"
#include "core/results/evaluation_results.h"

namespace kinelens {

// The file an evaluation writes: `output`, otherwise results.h5 in the run folder, otherwise none.
std::string results_file(const std::string& output, const VerbContext& context);

// Writes and announces the file (none where `file` is empty), and finishes the run. `found` as the job
// returned it.
VerbResult finish_evaluation(RunRecorder& recorder, const Result<EvaluationResults>& found,
                             const std::string& file);

} // namespace kinelens
