// JSON text, read and written without exceptions. For the .cpp files of the core and of the verbs: it names
// the JSON library.
#pragma once

#include "core/foundation/result.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace kinelens {

// How deep arrays and objects may lie in each other. What reads, compares, copies and writes JSON calls
// itself once a level: text that somebody else wrote must not decide how much stack that takes.
inline constexpr int deepest_json = 100;

// Errors: format_invalid with line and column of the fault, subject = source. A number that no double holds
// and text that is nested deeper than deepest_json are such faults too: nothing is thrown.
Result<nlohmann::ordered_json> parse_json(std::string_view text, const std::string& source);

// The same, and the text must hold one object.
Result<nlohmann::ordered_json> parse_json_object(std::string_view text, const std::string& source);

// The object that `text` holds, an empty one where it holds none: for what a file tells beside its numbers.
nlohmann::ordered_json json_object_or_empty(std::string_view text);

// What a JSON exception says, without the library's own number before it.
std::string json_reason(const nlohmann::json::exception& error);

// Whatever `read` returns, a Result. Keys that are missing and values of another kind, of which it throws,
// are format_invalid with `source` as subject.
template <class Read>
auto read_json(const std::string& source, const Read& read) -> decltype(read()) {
    try {
        return read();
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorCode::format_invalid, source, json_reason(error));
    }
}

// In one line. File names need not be UTF-8; what is not becomes U+FFFD.
std::string json_line(const nlohmann::ordered_json& json);

} // namespace kinelens
