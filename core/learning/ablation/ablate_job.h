// The job of `ablate`: the cells of a table, one after the other, each kept as it comes. Free of LibTorch.
#pragma once

#include "core/experiment/events.h"
#include "core/learning/ablation/ablation_table.h"
#include "core/results/ablation_summary.h"

#include <stop_token>

namespace kinelens::learning {

// Writes into `folder`: pretrained/<key>/ (run folders, features of raw joints), results/<cell>.h5 (of
// detect-train a folder results/<cell>/), and after each cell table.json, table.csv and detection.csv. What
// is there already and was made of the same options, data, split and release is not made again; a pretraining
// that was interrupted goes on. Errors: those of pretraining and evaluation; cancelled, with all whole cells
// kept.
Result<AblationSummary> run_ablation(const AblationTable& table, const std::string& data, const Path& folder,
                                     const EventSink& sink, std::stop_token stop);

} // namespace kinelens::learning
