// Numbers in text, the same in every locale.
#pragma once

#include <charconv>
#include <cstdint>
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

// For people: four digits, and powers of ten where there are more before the point: "0.01235", "7.86e+14".
inline std::string short_number_text(double value) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general, 4);
    return {buffer, end.ptr};
}

// "1 body", "2 bodies"; without `several` an s is added.
inline std::string counted(std::int64_t count, const std::string& one, const std::string& several = {}) {
    return std::to_string(count) + " " + (count == 1 ? one : several.empty() ? one + "s" : several);
}

} // namespace kinelens
