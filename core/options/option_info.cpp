#include "core/options/option_info.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace kinelens {
namespace {

std::string number_text(double value) {
    if (std::abs(value) < 0x1p53 && value == std::floor(value))
        return std::to_string(static_cast<long long>(value)); // 1000000, not 1e+06
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
    return std::string(buffer, end.ptr);
}

std::string range_text(const OptionInfo& info) {
    return number_text(info.minimum) + ".." + number_text(info.maximum);
}

tl::unexpected<Error> wrong(const OptionInfo& info, std::string detail) {
    return fail(ErrorCode::invalid_argument, info.key, std::move(detail));
}

Result<void> check_range(const OptionInfo& info, double value, const std::string& text) {
    if (!std::isfinite(value)) return wrong(info, "not a finite number");
    if (value < info.minimum || value > info.maximum)
        return wrong(info, text + " is outside " + range_text(info));
    return {};
}

Result<void> check_choice(const OptionInfo& info, const std::string& value) {
    if (std::find(info.choices.begin(), info.choices.end(), value) != info.choices.end()) return {};
    std::string list;
    for (const std::string& choice : info.choices) list += (list.empty() ? "" : ", ") + choice;
    return wrong(info, "'" + value + "' is none of " + list);
}

template <class Number>
Result<OptionValue> parse_number(const OptionInfo& info, std::string_view text, const char* what) {
    Number number{};
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    if (end.ec != std::errc{} || end.ptr != text.data() + text.size())
        return wrong(info, "'" + std::string(text) + "' is not " + what);
    return OptionValue(number);
}

Result<OptionValue> parse_boolean(const OptionInfo& info, std::string_view text) {
    if (text == "true" || text == "yes" || text == "on" || text == "1") return OptionValue(true);
    if (text == "false" || text == "no" || text == "off" || text == "0") return OptionValue(false);
    return wrong(info, "'" + std::string(text) + "' is neither true nor false");
}

Result<OptionValue> parse_by_kind(const OptionInfo& info, std::string_view text) {
    switch (info.kind) {
    case OptionKind::boolean:
        return parse_boolean(info, text);
    case OptionKind::integer:
        return parse_number<std::int64_t>(info, text, "a whole number");
    case OptionKind::real:
        return parse_number<double>(info, text, "a number");
    default:
        return OptionValue(std::string(text));
    }
}

} // namespace

Result<std::size_t> option_index(const OptionTable& table, std::string_view key) {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].key == key) return i;
    return fail(ErrorCode::invalid_argument, std::string(key), "no such option");
}

Result<void> validate(const OptionInfo& info, const OptionValue& value) {
    switch (info.kind) {
    case OptionKind::boolean:
        if (!std::holds_alternative<bool>(value)) return wrong(info, "must be true or false");
        return {};
    case OptionKind::integer:
        if (const auto* number = std::get_if<std::int64_t>(&value))
            return check_range(info, static_cast<double>(*number), std::to_string(*number));
        return wrong(info, "must be a whole number");
    case OptionKind::real:
        if (const auto* number = std::get_if<double>(&value))
            return check_range(info, *number, number_text(*number));
        return wrong(info, "must be a number");
    case OptionKind::choice:
        if (const auto* text = std::get_if<std::string>(&value)) return check_choice(info, *text);
        return wrong(info, "must be one of its choices");
    default:
        if (!std::holds_alternative<std::string>(value)) return wrong(info, "must be text");
        return {};
    }
}

Result<void> validate(const OptionTable& table, const OptionValues& values) {
    if (table.size() != values.size()) return fail(ErrorCode::internal, "options", "value count");
    for (std::size_t i = 0; i < table.size(); ++i) KINELENS_CHECK(validate(table[i], values[i]));
    return {};
}

Result<OptionValue> parse_option(const OptionInfo& info, std::string_view text) {
    KINELENS_TRY(value, parse_by_kind(info, text));
    KINELENS_CHECK(validate(info, value));
    return value;
}

std::string option_text(const OptionValue& value) {
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* number = std::get_if<double>(&value)) return number_text(*number);
    return std::get<std::string>(value);
}

std::vector<std::string> differing_options(const OptionTable& table, const OptionValues& left,
                                           const OptionValues& right) {
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < table.size(); ++i)
        if (left[i] != right[i]) keys.push_back(table[i].key);
    return keys;
}

std::string option_flag(std::string_view key) {
    std::string flag(key);
    std::replace(flag.begin(), flag.end(), '_', '-');
    return flag;
}

} // namespace kinelens
