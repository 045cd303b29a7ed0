// Errors as JSON, for summaries. For .cpp files, as json_text.h is.
#pragma once

#include "core/foundation/json_text.h"

#include <vector>

namespace kinelens {

// [{"file": subject, "code": …, "reason": detail, "line": …, "column": …, "frame": …}], the places that are
// known.
nlohmann::ordered_json errors_json(const std::vector<Error>& errors);

} // namespace kinelens
