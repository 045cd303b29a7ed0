// A verb's summary as one line of JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace kinelens {

// File names need not be UTF-8; what is not becomes U+FFFD.
inline std::string json_line(const nlohmann::ordered_json& json) {
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace kinelens
