#include "core/foundation/json_text.h"

#include <algorithm>
#include <optional>

namespace kinelens {
namespace {

ErrorPlace place_of(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t line_start = before.rfind('\n');
    const std::size_t column = line_start == std::string_view::npos ? byte : byte - line_start - 1;
    return {line, static_cast<long long>(column), std::nullopt};
}

// The first bracket that is one too many.
std::optional<std::size_t> too_deep_at(std::string_view text) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (letter == '"') quoted = !quoted;
        if (quoted && letter == '\\') ++i; // and what it stands before
        if (quoted) continue;
        if ((letter == '[' || letter == '{') && ++depth > deepest_json) return i + 1;
        if (letter == ']' || letter == '}') --depth;
    }
    return std::nullopt;
}

// Reads along and keeps nothing but the place where the library could not go on.
class FaultFinder : public nlohmann::ordered_json::json_sax_t {
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t byte, const std::string&, const nlohmann::json::exception&) override {
        fault = byte;
        return false;
    }
    std::size_t fault = 0;
};

std::size_t fault_at(std::string_view text) {
    FaultFinder finder;
    nlohmann::ordered_json::sax_parse(text, &finder);
    return finder.fault;
}

} // namespace

Result<nlohmann::ordered_json> parse_json(std::string_view text, const std::string& source) {
    if (const auto byte = too_deep_at(text))
        return fail(ErrorCode::format_invalid, source,
                    "more than " + std::to_string(deepest_json) + " levels of brackets",
                    place_of(text, *byte));
    try {
        return nlohmann::ordered_json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        return fail(ErrorCode::format_invalid, source, "not valid JSON", place_of(text, error.byte));
    } catch (const nlohmann::json::exception& error) { // the one other: a number that no double holds
        return fail(ErrorCode::format_invalid, source, json_reason(error), place_of(text, fault_at(text)));
    }
}

Result<nlohmann::ordered_json> parse_json_object(std::string_view text, const std::string& source) {
    KINELENS_TRY(json, parse_json(text, source));
    if (!json.is_object()) return fail(ErrorCode::format_invalid, source, "must be a JSON object");
    return std::move(json);
}

nlohmann::ordered_json json_object_or_empty(std::string_view text) {
    auto json = parse_json_object(text, {});
    return json ? std::move(*json) : nlohmann::ordered_json::object();
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
