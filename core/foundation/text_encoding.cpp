#include "core/foundation/text_encoding.h"

#include "core/foundation/text_cursor.h"

#include <cstdint>

namespace kinelens {
namespace {

constexpr std::uint32_t replacement = 0xFFFD;

void append(std::string& text, std::uint32_t letter) {
    const auto byte = [&](std::uint32_t bits) { text += static_cast<char>(bits); };
    if (letter < 0x80) return byte(letter);
    if (letter < 0x800) {
        byte(0xC0 | letter >> 6);
    } else if (letter < 0x10000) {
        byte(0xE0 | letter >> 12);
        byte(0x80 | (letter >> 6 & 0x3F));
    } else {
        byte(0xF0 | letter >> 18);
        byte(0x80 | (letter >> 12 & 0x3F));
        byte(0x80 | (letter >> 6 & 0x3F));
    }
    byte(0x80 | (letter & 0x3F));
}

bool is_first_half(std::uint32_t unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}
bool is_second_half(std::uint32_t unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

} // namespace

std::string as_utf8(std::string text) {
    if (!is_utf16(text)) return std::string(without_byte_order_mark(text));
    const bool marked = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    const bool big = text.starts_with("\xFE\xFF") || (!marked && text[0] == '\0');
    const auto unit = [&](std::size_t at) {
        const std::uint32_t first = static_cast<unsigned char>(text[at]);
        const std::uint32_t second = static_cast<unsigned char>(text[at + 1]);
        return big ? first << 8 | second : second << 8 | first;
    };
    std::string converted;
    for (std::size_t at = marked ? 2 : 0; at + 1 < text.size(); at += 2) {
        const std::uint32_t first = unit(at);
        const bool pair = is_first_half(first) && at + 3 < text.size() && is_second_half(unit(at + 2));
        if (pair)
            append(converted, 0x10000 + ((first - 0xD800) << 10) + (unit(at += 2) - 0xDC00));
        else
            append(converted, is_first_half(first) || is_second_half(first) ? replacement : first);
    }
    return converted;
}

} // namespace kinelens
