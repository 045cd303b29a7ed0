// The few things a pickle of tensors may call.
#pragma once

#include "core/foundation/result.h"
#include "core/learning/weights/pickle_value.h"

namespace kinelens::learning {

// What `callable` makes of its tuple of arguments: dictionaries and tensors, and of what is not known an
// opaque object. Error: format_invalid.
Result<PickleObject> call_global(const PickleObject& callable, const PickleObject& arguments);

// A persistent id ("storage", type, key, device, count[, view]) as a StorageRecord. Error: format_invalid.
Result<PickleObject> storage_of(const PickleObject& id);

} // namespace kinelens::learning
