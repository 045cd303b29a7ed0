// Parsing JSON text with errors as values. Only for the core's .cpp files: it names the JSON library.
#pragma once

#include "core/foundation/result.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace kinelens {

// Errors: format_invalid with line and column of the fault, subject = source.
Result<nlohmann::ordered_json> parse_json(std::string_view text, const std::string& source);

// The same, and the text must hold one object.
Result<nlohmann::ordered_json> parse_json_object(std::string_view text, const std::string& source);

// What a JSON exception says, without the library's own number before it.
std::string json_reason(const nlohmann::json::exception& error);

// In one line. File names need not be UTF-8; what is not becomes U+FFFD.
std::string json_line(const nlohmann::ordered_json& json);

} // namespace kinelens
