// Reads the pickles that torch.save writes (protocols 2 to 5) without Python. A pickle is a program that may
// call anything; only what rebuilds tensors is obeyed here, of everything else the name alone is kept.
#pragma once

#include "core/foundation/result.h"
#include "core/learning/weights/pickle_value.h"

#include <string_view>

namespace kinelens::learning {

// The pickle that begins at `start`. Errors: format_invalid (detail = what, and at which byte),
// file_truncated. The subject is left to the caller.
Result<Pickle> read_pickle(std::string_view bytes, std::size_t start = 0);

} // namespace kinelens::learning
