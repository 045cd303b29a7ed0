#include "core/foundation/csv_text.h"

namespace kinelens {

std::string csv_field(std::string_view text) {
    const bool plain = text.find_first_of(",\"\r\n") == std::string_view::npos && !text.starts_with(' ') &&
                       !text.ends_with(' ') && !text.empty();
    if (plain) return std::string(text);
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"') quoted.push_back('"');
        quoted.push_back(letter);
    }
    quoted.push_back('"');
    return quoted;
}

} // namespace kinelens
