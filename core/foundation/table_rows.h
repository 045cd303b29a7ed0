// TableRows: walks through a table in text, as spreadsheets of any country save it: separated by commas,
// semicolons or tabs (whichever the first row that has any holds most of, or a line "sep=;" says), quoted
// fields, a byte order mark, any line breaks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kinelens {

class TableRows {
public:
    explicit TableRows(std::string_view text); // which must outlive it
    TableRows(std::string_view text, char separator);

    bool at_end() const { return at_ >= text_.size(); }
    long long line() const { return line_; } // of the row that comes next, from 1
    char separator() const { return separator_; }
    // Whether numbers may have a comma for a point: where it does not separate columns.
    bool decimal_commas() const { return separator_ != ','; }

    // The next row; one field, empty, of a blank line.
    std::vector<std::string> row();

private:
    bool take(char letter);
    std::string field();
    bool end_of_field() const;

    std::string_view text_;
    std::size_t at_ = 0;
    long long line_ = 1;
    char separator_ = ',';
};

// The fields of one line, quotes taken off: views into it or, where a field was quoted, into `kept`.
std::vector<std::string_view> split_line(std::string_view line, char separator,
                                         std::vector<std::string>& kept);

// Nothing, or what programs write for it: NaN in any spelling, inf, null, NA, None.
bool is_missing_cell(std::string_view text);

// The whole of `text`, blanks around it left out, is one number, "1,5" too where `decimal_commas`.
bool parse_cell(std::string_view text, bool decimal_commas, double& value);

} // namespace kinelens
