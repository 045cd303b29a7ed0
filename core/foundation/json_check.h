// For those who may not see the core's JSON: whether their own library can be let loose on a stranger's text.
#pragma once

#include "core/foundation/result.h"

#include <string>
#include <string_view>

namespace kinelens {

// That `text` is one object, that all its numbers can be held, and that reading, copying and writing it again
// takes a bounded stack. Errors: those of parse_json_object().
Result<void> check_json_object(std::string_view text, const std::string& source);

} // namespace kinelens
