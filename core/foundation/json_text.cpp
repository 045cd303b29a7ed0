#include "core/foundation/json_text.h"

#include <algorithm>

namespace kinelens {
namespace {

ErrorPlace place_of(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t line_start = before.rfind('\n');
    const std::size_t column = line_start == std::string_view::npos ? byte : byte - line_start - 1;
    return {line, static_cast<long long>(column), std::nullopt};
}

} // namespace

Result<nlohmann::ordered_json> parse_json(std::string_view text, const std::string& source) {
    try {
        return nlohmann::ordered_json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        return fail(ErrorCode::format_invalid, source, "not valid JSON", place_of(text, error.byte));
    }
}

Result<nlohmann::ordered_json> parse_json_object(std::string_view text, const std::string& source) {
    KINELENS_TRY(json, parse_json(text, source));
    if (!json.is_object()) return fail(ErrorCode::format_invalid, source, "must be a JSON object");
    return std::move(json);
}

// "[json.exception.type_error.302] type must be …"
std::string json_reason(const nlohmann::json::exception& error) {
    const std::string_view said = error.what();
    const std::size_t end = said.find("] ");
    return std::string(end == std::string_view::npos ? said : said.substr(end + 2));
}

std::string json_line(const nlohmann::ordered_json& json) {
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace kinelens
