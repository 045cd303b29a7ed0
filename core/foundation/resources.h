// The JSON files of resources/, compiled into the program: skeletons/, presets/, recipes/.
#pragma once

#include "core/foundation/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace kinelens {

struct EmbeddedResource {
    std::string_view name; // path below resources/, e.g. "skeletons/ntu25.json"
    std::string_view text;
};

const std::vector<EmbeddedResource>& embedded_resources();

// The text of one resource, or not_found.
Result<std::string_view> embedded_resource(std::string_view name);

// Names without folder and ending, sorted: resource_names("presets/pretrain") -> {"compact", "paper",
// "released"}.
std::vector<std::string> resource_names(std::string_view folder);

} // namespace kinelens
