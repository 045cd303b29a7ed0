// The first rows of a table of unknown make: how its cells are told apart, and where its head ends.
#pragma once

#include "core/foundation/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace kinelens {

struct TableHead {
    char separator = ',';
    char inner_separator = '\0';    // cells hold "x y z"
    int header_lines = 0;           // a line "sep=;" is none
    bool names_in_last_line = true; // else they were put together from two lines
    bool names_are_numbers = false; // the head is a row 0, 1, 2 …
    std::vector<std::string> names; // of the columns; empty where there is no head
    std::vector<std::vector<std::string>> rows;
    std::size_t columns = 0;

    // Of one cell: not a number where it holds none.
    double value(std::size_t row, std::size_t column) const;
    bool is_missing(std::size_t row, std::size_t column) const;
    bool decimal_commas() const { return separator != ','; }
};

// text: UTF-8, the beginning of the file. Error: format_unknown (no rows of numbers).
Result<TableHead> read_table_head(std::string_view text, const std::string& path);

} // namespace kinelens
