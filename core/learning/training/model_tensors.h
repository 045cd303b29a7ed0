// The tensors of a model by name: what checkpoints hold and what weights are copied into.
#pragma once

#include "core/learning/model/usdrl_model.h"
#include "core/learning/training/archive.h"

namespace kinelens::learning {

// Parameters, then buffers, as the published state dictionaries name them. Shared with the model.
NamedTensors model_tensors(UsdrlModel& model);

// Every target from the source of its name. checkpoint_mismatch (subject = file) if the names or shapes
// differ.
Result<void> copy_into(const NamedTensors& targets, const NamedTensors& sources, const std::string& file);

} // namespace kinelens::learning
