// Numbers in text, the same in every locale.
#pragma once

#include <charconv>
#include <string>
#include <string_view>

namespace kinelens {

// The whole of `text` is one number; a leading + is allowed. False leaves `value` as it was.
template <class Number>
bool parse_number(std::string_view text, Number& value) {
    if (text.starts_with('+')) text.remove_prefix(1);
    Number number{};
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    if (parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size()) return false;
    value = number;
    return true;
}

// The shortest text that reads back as the same number.
template <class Number>
std::string number_text(Number value) {
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

} // namespace kinelens
