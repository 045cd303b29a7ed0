// Writes a model as torch.load reads it: {"epoch", "state_dict"} with the published names, the attention
// shared by CA and DSA listed under both.
#pragma once

#include "core/foundation/files.h"
#include "core/learning/model/usdrl_model.h"

namespace kinelens::learning {

// Every name gets `prefix` ("module." as models wrapped for several GPUs have it). Returns how many tensors
// were written. Errors: file_unwritable, disk_full.
Result<std::int64_t> export_state(UsdrlModel& model, std::int64_t epoch, const std::string& prefix,
                                  const Path& file);

} // namespace kinelens::learning
