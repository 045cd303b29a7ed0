// The jobs of `import-weights` and `export-weights`. Free of LibTorch.
#pragma once

#include "core/foundation/files.h"
#include "core/options/pretrain_options.h"
#include "core/skeleton/skeleton_layout.h"

namespace kinelens::learning {

struct ImportedWeights {
    PretrainOptions options; // sizes and switches read off the tensors
    int bodies = 0;
    std::int64_t epoch = 0;
    std::int64_t tensors = 0; // in the published state dictionary
    std::int64_t matched = 0;
    std::vector<std::string> missing;    // of the model's: projectors that the file does not hold
    std::vector<std::string> unexpected; // of the file's
};

// A published PyTorch checkpoint as one of ours, with its sidecar. `options` gives what tensors do not tell
// (heads, forms); `layout` names the joints that the spatial tokens stand for. Errors: those of reading the
// file; checkpoint_mismatch; invalid_argument (heads, layout); those of writing.
Result<ImportedWeights> import_weights(const Path& source, const Path& checkpoint,
                                       const PretrainOptions& options, const SkeletonLayout& layout);

// One of ours as a file that torch.load reads; returns how many tensors it lists.
Result<std::int64_t> export_weights(const Path& checkpoint, const std::string& prefix, const Path& file);

} // namespace kinelens::learning
