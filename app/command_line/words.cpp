#include "app/command_line/words.h"

#include <algorithm>

namespace kinelens {

std::string counted_of(std::int64_t count, std::int64_t all, const std::string& one,
                       const std::string& several) {
    return (count < all ? std::to_string(count) + " of " : "") + counted(all, one, several);
}

std::string row(const std::string& name, const std::string& value) {
    if (value.empty()) return {};
    std::string text = name;
    text.resize(std::max<std::size_t>(text.size() + 1, 20), ' ');
    return text + value + "\n";
}

std::string visible(const std::string& text) {
    std::string shown;
    for (const char letter : text) {
        const auto code = static_cast<unsigned char>(letter);
        if ((code >= 0x20 && code != 0x7F) || letter == '\n' || letter == '\t') {
            shown += letter;
        } else if (letter == '\r' || letter == '\0') {
            shown += letter == '\r' ? "\\r" : "\\0";
        } else {
            constexpr const char* digits = "0123456789abcdef";
            shown += std::string("\\x") + digits[code / 16] + digits[code % 16];
        }
    }
    return shown;
}

} // namespace kinelens
