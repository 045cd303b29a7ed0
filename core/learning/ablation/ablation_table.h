// A table of pretrainings and evaluations, described in JSON:
//   {"name": "…", "protocol": "folds:subject/4", "evaluate": ["probe", "retrieve"],
//    "pretrain": {"_preset": "compact", "epochs": 60}, "probe": {…}, "retrieve": {…}, "finetune": {…},
//    "detect-train": {…},
//    "rows": [{"name": "DSTE"},
//             {"name": "alpha 0.2", "pretrain": {"alpha": 0.2}, "evaluate": ["probe"], "protocol": "…"},
//             {"name": "random", "kind": "random"},
//             {"name": "raw", "kind": "raw", "evaluate": ["retrieve"]},
//             {"name": "streams", "kind": "ensemble", "of": ["DSTE", "bone", "motion"]}],
//    "compare": [["DSTE/probe", "random/probe"]]}
// A row's options are read over the table's, which are read over a preset's or the defaults. One cell is one
// evaluation of one row. "detect-train" is for untrimmed recordings; there a raw row is the baseline of the
// nearest windows, with the neighbours that "retrieve" says. Free of LibTorch.
#pragma once

#include "core/foundation/files.h"
#include "core/options/detection_options.h"
#include "core/options/evaluation_options.h"
#include "core/options/pretrain_options.h"

#include <utility>
#include <variant>

namespace kinelens::learning {

enum class RowKind {
    pretrain, // pretrained on each split's training side
    random,   // the encoder with the same seed, untrained
    raw,      // joints: root-centred, turned to face one way, resampled to 32 frames
    ensemble  // of other rows' cells
};

using CellOptions = std::variant<ProbeOptions, RetrieveOptions, FinetuneOptions, DetectTrainOptions>;

struct AblationCell {
    std::string row, verb; // "probe", "retrieve", "finetune" or "detect-train"
    std::string protocol;
    RowKind kind = RowKind::pretrain;
    PretrainOptions pretrain;
    CellOptions options;
    RetrieveOptions neighbours;       // of a raw row of detect-train
    std::vector<std::string> members; // names of cells before this one
    bool detects() const { return std::holds_alternative<DetectTrainOptions>(options); }
    std::string name() const { return row + "/" + verb; }
    std::string options_json() const;
};

struct AblationTable {
    std::string name;
    std::vector<AblationCell> cells;
    std::vector<std::pair<std::string, std::string>> comparisons; // names of cells
};

// Errors: format_invalid and invalid_argument, subject = source and row.
Result<AblationTable> ablation_from_json(std::string_view json, const std::string& source);

// A table that comes with the program (resources/ablations), one from a file, or the text of one (it begins
// with a brace). not_found.
Result<AblationTable> named_ablation(const std::string& name_file_or_text);

} // namespace kinelens::learning
