// Frames as JSON files of estimators list them: an array, the same as a member of an object, or a line each.
#pragma once

#include "core/import/estimators/json_pieces.h"

#include <functional>
#include <initializer_list>
#include <vector>

namespace kinelens {

using JsonTree = nlohmann::ordered_json;

// Calls `each` with every whole element. Frames that are no JSON are told and counted on; of a file that is
// cut the whole ones are there, which is told. Error: format_invalid where there is no such list.
Result<void> for_each_frame(std::string_view text, std::initializer_list<std::string_view> lists,
                            const std::string& path, std::vector<Error>& warnings,
                            const std::function<void(std::int64_t index, const JsonTree& frame)>& each);

} // namespace kinelens
