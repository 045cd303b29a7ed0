// What to lower when memory ran out, tried rather than guessed.
#pragma once

#include "core/foundation/result.h"

#include <functional>

namespace kinelens::learning {

// Whether an allocation failed, on the processor or on a GPU.
bool is_out_of_memory(const std::exception& exception);

// out_of_memory for `job`, after `samples` sequences at a time did not fit. `attempt` works through a batch
// in chunks of a size and throws where they do not fit either; half of `samples`, a quarter, an eighth … are
// tried.
Error memory_advice(const std::string& job, std::int64_t samples,
                    const std::function<void(std::int64_t)>& attempt);

} // namespace kinelens::learning
