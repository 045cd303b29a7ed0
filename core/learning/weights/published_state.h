// A published checkpoint: {"epoch", "state_dict", "optimizer"} of torch.save, or a bare state dictionary.
// Only names and shapes are read at first; the tensors stay in the file until they are asked for.
#pragma once

#include "core/learning/model/usdrl_model.h"
#include "core/learning/weights/torch_file.h"

namespace kinelens::learning {

struct PublishedState {
    TorchFile file;
    std::string source;                                        // path, for errors
    std::vector<std::pair<std::string, TensorRecord>> tensors; // names without wrappers' ("module.")
    std::int64_t epoch = 0;

    const TensorRecord* find(const std::string& name) const;
};

// Errors: those of TorchFile::open; format_invalid if it holds no state dictionary.
Result<PublishedState> open_published(const Path& file);

// The encoder's kind, sizes and switches as the shapes tell them, over `options`. What no shape tells stays
// as it is: heads, gap, α, the forms of shift and residuals. checkpoint_mismatch if the encoder is another
// one.
Result<PretrainOptions> options_of_state(const PublishedState& state, PretrainOptions options);

// M·V of the model the state belongs to. Precondition: options_of_state() succeeded.
int spatial_tokens_of(const PublishedState& state);

struct WeightsReport {
    std::int64_t tensors = 0;            // in the file's state dictionary
    std::int64_t matched = 0;            // of those
    std::vector<std::string> missing;    // of what the model learns; tables and counters are not
    std::vector<std::string> unexpected; // of the file's
};

// Copies every tensor the model has a place for. DSA.attn is CA.attn listed again. checkpoint_mismatch if a
// shape differs, if the two listings do, or if the encoder is not complete.
Result<WeightsReport> fill_from(const PublishedState& state, UsdrlModel& model);

} // namespace kinelens::learning
