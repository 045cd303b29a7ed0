#include "core/import/tables/table_head.h"

#include "core/foundation/table_rows.h"
#include "core/foundation/text_cursor.h"
#include "core/import/tables/table_parts.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace kinelens {
namespace {

constexpr std::size_t lines_weighed = 60; // to find the separator
constexpr std::size_t rows_read = 2000;   // of data
constexpr std::size_t most_head_lines = 40;

using Cells = std::vector<std::string>;

Cells cells_of(std::string_view line, char separator) {
    std::vector<std::string> kept;
    Cells cells;
    for (const std::string_view cell : cells_of_line(line, separator, kept)) cells.emplace_back(cell);
    return cells;
}

bool is_number(const std::string& cell, bool decimal_commas) {
    double value = 0;
    return parse_cell(cell, decimal_commas, value);
}

// "0.1 0.2 0.3" in one cell.
bool is_triple(const std::string& cell, char separator) {
    if (separator == ' ') return false;
    const Cells parts = cells_of(cell, ' ');
    return parts.size() == 3 && std::ranges::all_of(parts, [](const std::string& part) {
               return is_number(part, true) || is_missing_cell(part);
           });
}

bool is_data(const std::string& cell, char separator) {
    return is_number(cell, separator != ',') || is_missing_cell(cell) || is_triple(cell, separator);
}

double numeric_share(const Cells& cells, char separator) {
    const auto numbers =
        std::ranges::count_if(cells, [&](const std::string& cell) { return is_data(cell, separator); });
    return cells.empty() ? 0 : static_cast<double>(numbers) / static_cast<double>(cells.size());
}

// How well a separator explains the lines: rows of as many cells as most have, all of them numbers.
double fit_of(const std::vector<std::string_view>& lines, char separator) {
    std::map<std::size_t, double> by_count;
    for (const std::string_view line : lines) {
        const Cells cells = cells_of(line, separator);
        if (cells.size() > 1) by_count[cells.size()] += numeric_share(cells, separator);
    }
    double best = 0;
    for (const auto& [count, share] : by_count)
        best = std::max(best, share + 1e-3 * static_cast<double>(std::min<std::size_t>(count, 900)) / 900);
    return best;
}

char likely_separator(const std::vector<std::string_view>& lines) {
    char best = ',';
    double most = 0;
    for (const char separator : {'\t', ';', '|', ',', ' '})
        if (const double fit = fit_of(lines, separator); fit > most * 1.02) {
            most = fit;
            best = separator;
        }
    return best;
}

// Of the data: what most lines have.
std::size_t usual_count(const std::vector<std::string_view>& lines, char separator) {
    std::map<std::size_t, int> counts;
    for (const std::string_view line : lines) {
        const Cells cells = cells_of(line, separator);
        if (numeric_share(cells, separator) > 0.5) ++counts[cells.size()];
    }
    const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
    return most == counts.end() ? 0 : most->first;
}

// 0, 1, 2 … in every cell: what some programs put in front of a table without names.
bool is_counted(const Cells& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        double value = 0;
        if (!parse_cell(cells[i], false, value) || value != static_cast<double>(i)) return false;
    }
    return cells.size() >= 6;
}

bool is_row(const Cells& cells, char separator, std::size_t columns) {
    const bool holds_number = std::ranges::any_of(cells, [&](const std::string& cell) {
        return is_number(cell, separator != ',') || is_triple(cell, separator);
    });
    return holds_number && cells.size() * 10 >= columns * 9 && numeric_share(cells, separator) > 0.5;
}

bool is_part_name(const std::string& cell) {
    return cell.size() == 1
               ? std::string_view("xyzXYZ").find(cell[0]) != std::string_view::npos
               : cell == "confidence" || cell == "score" || cell == "likelihood" || cell == "visibility";
}

// "knee | | | hip" over "x | y | z | x".
Cells two_lines_together(const Cells& above, const Cells& below) {
    Cells names;
    std::string carried;
    for (std::size_t i = 0; i < below.size(); ++i) {
        if (i < above.size() && !above[i].empty()) carried = above[i];
        names.push_back(is_part_name(below[i]) && !carried.empty() ? carried + "_" + below[i] : below[i]);
    }
    return names;
}

void set_names(TableHead& head, const std::vector<Cells>& lines) {
    if (lines.empty()) return;
    const Cells& last = lines.back();
    if (is_counted(last)) {
        head.names_are_numbers = true;
        return;
    }
    if (last.size() * 2 < head.columns) return;
    head.names = last;
    const auto parts = std::ranges::count_if(last, is_part_name);
    if (lines.size() > 1 && static_cast<std::size_t>(parts) * 2 > last.size()) {
        head.names = two_lines_together(lines[lines.size() - 2], last);
        head.names_in_last_line = false;
    }
    if (!head.names.front().empty() && head.names.front().front() == '#') {
        head.names.front().erase(0, 1);
        head.names_in_last_line = false;
        if (head.names.front().empty()) head.names.erase(head.names.begin());
    }
    head.names.resize(std::max(head.names.size(), head.columns));
}

} // namespace

double TableHead::value(std::size_t row, std::size_t column) const {
    double number = 0;
    if (column >= rows[row].size() || is_missing_cell(rows[row][column])) return std::nan("");
    return parse_cell(rows[row][column], decimal_commas(), number) ? number : std::nan("");
}

bool TableHead::is_missing(std::size_t row, std::size_t column) const {
    return column >= rows[row].size() || is_missing_cell(rows[row][column]);
}

Result<TableHead> read_table_head(std::string_view text, const std::string& path) {
    TextCursor cursor(text);
    const bool told = cursor.peek_word().starts_with("sep=");
    const std::string_view told_line = told ? cursor.take_line() : std::string_view();
    std::vector<std::string_view> lines;
    while (!cursor.at_end() && lines.size() < rows_read + most_head_lines)
        lines.push_back(cursor.take_line());
    const std::vector<std::string_view> first(
        lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), lines_weighed)));
    TableHead head;
    head.separator = told_line.size() > 4 ? told_line[4] : likely_separator(first);
    head.columns = usual_count(first, head.separator);
    std::vector<Cells> above;
    bool begun = false;
    for (const std::string_view line : lines) {
        Cells cells = cells_of(line, head.separator);
        begun = begun || (is_row(cells, head.separator, head.columns) && !is_counted(cells));
        const bool blank = std::ranges::all_of(cells, [](const std::string& cell) { return cell.empty(); });
        if (!begun) ++head.header_lines;
        if (blank) continue;
        if (begun)
            head.rows.push_back(std::move(cells));
        else
            above.push_back(std::move(cells));
    }
    if (head.rows.empty() || head.columns < 2)
        return fail(ErrorCode::format_unknown, path, "it has no rows of numbers in columns");
    set_names(head, above);
    const Cells& row = head.rows.front();
    if (std::ranges::any_of(row, [&](const std::string& cell) { return is_triple(cell, head.separator); }))
        head.inner_separator = ' ';
    return head;
}

} // namespace kinelens
