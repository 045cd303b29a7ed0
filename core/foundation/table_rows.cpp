#include "core/foundation/table_rows.h"

#include "core/foundation/lower_case.h"
#include "core/foundation/number_text.h"
#include "core/foundation/text_cursor.h"

#include <algorithm>
#include <array>

namespace kinelens {
namespace {

constexpr std::string_view separators = ",;\t";

// The separator that the first line with any holds most of, those in quotes not counted.
char likely_separator(std::string_view text) {
    std::size_t counts[separators.size()]{};
    bool quoted = false;
    for (const char letter : text) {
        quoted = letter == '"' ? !quoted : quoted;
        if (quoted) continue;
        const std::size_t place = separators.find(letter);
        if (place != std::string_view::npos) ++counts[place];
        if (letter == '\n' && *std::ranges::max_element(counts) > 0) break;
    }
    return separators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts)];
}

std::string_view without_blanks(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

} // namespace

TableRows::TableRows(std::string_view text, char separator)
    : text_(text)
    , separator_(separator) {}

TableRows::TableRows(std::string_view text)
    : text_(without_byte_order_mark(text))
    , separator_(likely_separator(text_)) {
    if (!text_.starts_with("sep=") || text_.size() < 5) return;
    separator_ = text_[4];
    at_ = 5;
    if (take('\r')) {
    }
    if (take('\n')) ++line_;
}

std::vector<std::string> TableRows::row() {
    std::vector<std::string> fields;
    do fields.push_back(field());
    while (take(separator_));
    const bool ended = take('\r');
    if (take('\n') || ended) ++line_;
    return fields;
}

bool TableRows::take(char letter) {
    if (at_end() || text_[at_] != letter) return false;
    ++at_;
    return true;
}

bool TableRows::end_of_field() const {
    return at_end() || text_[at_] == separator_ || text_[at_] == '\n' || text_[at_] == '\r';
}

std::string TableRows::field() {
    std::string text;
    if (!take('"')) {
        while (!end_of_field()) text += text_[at_++];
        return text;
    }
    for (; !at_end(); ++at_) {
        if (text_[at_] == '"' && (at_ + 1 >= text_.size() || text_[at_ + 1] != '"')) break;
        if (text_[at_] == '"') ++at_;
        if (text_[at_] == '\n') ++line_;
        text += text_[at_];
    }
    take('"');
    while (!end_of_field()) text += text_[at_++]; // what follows the quotes belongs to the field all the same
    return text;
}

std::vector<std::string_view> split_line(std::string_view line, char separator,
                                         std::vector<std::string>& kept) {
    std::vector<std::string_view> fields;
    kept.clear();
    if (line.find('"') != std::string_view::npos) {
        TableRows rows(line, separator);
        kept = rows.row();
        for (const std::string& field : kept) fields.push_back(without_blanks(field));
        return fields;
    }
    for (std::size_t start = 0;;) {
        const std::size_t end = line.find(separator, start);
        fields.push_back(
            without_blanks(line.substr(start, end == std::string_view::npos ? end : end - start)));
        if (end == std::string_view::npos) return fields;
        start = end + 1;
    }
}

bool is_missing_cell(std::string_view text) {
    if (text.empty()) return true;
    std::string word = lower_case(std::string(text.substr(0, 12)));
    if (word.front() == '-' || word.front() == '+') word.erase(0, 1);
    constexpr std::array words{"",    "nan",  "inf",    "infinity", "null",   "na",
                               "n/a", "none", "1.#ind", "1.#qnan",  "1.#inf", "1.#snan"};
    return std::ranges::find(words, word) != words.end() || word.starts_with("nan(");
}

bool parse_cell(std::string_view text, bool decimal_commas, double& value) {
    text = without_blanks(text);
    if (!decimal_commas || text.find(',') == std::string_view::npos) return parse_number(text, value);
    std::string number(text);
    if (std::ranges::count(number, ',') != 1 || number.find('.') != std::string::npos) return false;
    std::ranges::replace(number, ',', '.');
    return parse_number(number, value);
}

} // namespace kinelens
