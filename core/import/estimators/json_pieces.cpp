#include "core/import/estimators/json_pieces.h"

#include "core/foundation/number_text.h"
#include "core/foundation/text_cursor.h"

#include <cmath>
#include <limits>

namespace kinelens {
namespace {

constexpr auto no_number = std::numeric_limits<double>::quiet_NaN();

bool is_blank(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}
bool is_word(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '-';
}

// Words that JSON does not know become null; texts stay.
std::string with_nulls(std::string_view text) {
    std::string mended;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        if (text[at] == '"') {
            for (++at; at < text.size() && text[at] != '"'; ++at)
                if (text[at] == '\\') ++at;
            at = std::min(at + 1, text.size());
            mended += text.substr(start, at - start);
            continue;
        }
        while (at < text.size() && is_word(text[at])) ++at;
        const std::string_view word = text.substr(start, at - start);
        if (word == "NaN" || word == "nan" || word == "-NaN" || word == "-nan" || word == "Infinity" ||
            word == "-Infinity" || word == "inf" || word == "-inf" || word == "None")
            mended += "null";
        else
            mended += word.empty() ? text.substr(at++, 1) : word;
    }
    return mended;
}

} // namespace

JsonPieces::JsonPieces(std::string_view text)
    : text_(without_byte_order_mark(text)) {
    skip_blanks();
    if (at_ < text_.size()) open_ = text_[at_];
    if (is_object() || is_array())
        ++at_;
    else
        broken_ = true;
}

void JsonPieces::skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
}

bool JsonPieces::stop_broken() {
    broken_ = true;
    return false;
}

bool JsonPieces::skip_string() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_)
        if (text_[at_] == '\\') ++at_;
    if (at_ >= text_.size()) return false;
    ++at_;
    return true;
}

bool JsonPieces::skip_value() {
    std::int64_t depth = 0;
    while (at_ < text_.size()) {
        const char letter = text_[at_];
        if (letter == '"') {
            if (!skip_string()) return false;
            continue;
        }
        const bool closes = letter == ']' || letter == '}';
        if (depth == 0 && (closes || letter == ',')) return true;
        if (letter == '[' || letter == '{') ++depth;
        if (closes) --depth;
        ++at_;
    }
    return false;
}

bool JsonPieces::next() {
    if (broken_) return false;
    skip_blanks();
    if (at_ >= text_.size()) return stop_broken();
    if (text_[at_] == (is_object() ? '}' : ']')) return false;
    if (!first_) {
        if (text_[at_] != ',') return stop_broken();
        ++at_;
        skip_blanks();
    }
    first_ = false;
    if (is_object()) {
        const std::size_t start = at_;
        if (at_ >= text_.size() || text_[at_] != '"' || !skip_string()) return stop_broken();
        key_ = text_.substr(start + 1, at_ - start - 2);
        skip_blanks();
        if (at_ >= text_.size() || text_[at_] != ':') return stop_broken();
        ++at_;
        skip_blanks();
    }
    const std::size_t start = at_;
    if (!skip_value()) broken_ = true;
    at_ = std::min(at_, text_.size());
    value_ = text_.substr(start, at_ - start);
    return !value_.empty();
}

std::string_view json_member(std::string_view object, std::string_view key) {
    JsonPieces members(object);
    while (members.is_object() && members.next())
        if (members.key() == key) return members.value();
    return {};
}

std::optional<nlohmann::ordered_json> parse_piece(std::string_view text) {
    if (auto tree = parse_json(text, {})) return std::move(*tree);
    if (auto tree = parse_json(with_nulls(text), {})) return std::move(*tree);
    return std::nullopt;
}

double json_number(const nlohmann::ordered_json& value) {
    if (value.is_number()) return value.get<double>();
    double number = no_number;
    if (value.is_string()) parse_number(std::string_view(value.get_ref<const std::string&>()), number);
    return number;
}

const nlohmann::ordered_json& json_of(const nlohmann::ordered_json& object,
                                      std::initializer_list<const char*> keys) {
    static const nlohmann::ordered_json none;
    if (!object.is_object()) return none;
    for (const char* key : keys)
        if (const auto found = object.find(key); found != object.end()) return *found;
    return none;
}

std::int64_t number_at_end(std::string_view text) {
    if (const auto dot = text.rfind('.'); dot != std::string_view::npos && dot + 1 < text.size() &&
                                          (text[dot + 1] < '0' || text[dot + 1] > '9'))
        text = text.substr(0, dot);
    std::size_t start = text.size();
    while (start > 0 && text[start - 1] >= '0' && text[start - 1] <= '9') --start;
    std::int64_t number = -1;
    if (start < text.size()) parse_number(text.substr(start), number);
    return number;
}

} // namespace kinelens
