// Tables that hold several recordings or bodies, one row for each frame of each body.
#pragma once

#include "core/import/reader.h"
#include "core/import/recipe.h"

namespace kinelens {

// The cells of a line. Where blanks separate, any number of them is one separator.
std::vector<std::string_view> cells_of_line(std::string_view line, char separator,
                                            std::vector<std::string>& kept);

// Whether the recipe tells rows apart by recording, body or frame.
bool is_in_parts(const Recipe& recipe);

// The rows of one body in one recording.
struct TablePart {
    std::string name;                 // of the recording; empty: the table has one
    std::string body;                 // what stands in the column
    std::string text;                 // the head of the table and its rows
    std::vector<long long> lines;     // of the file, for each line of the text
    std::vector<std::int64_t> frames; // for each row: its number
    RawSequence sequence{};           // what is read of them
};

// In the order in which they begin. Errors, with line: format_invalid (a frame number that is none or stands
// there twice).
Result<std::vector<TablePart>> parts_of_table(const Recipe& recipe, std::string_view text,
                                              const std::string& path);

// One sequence for each recording, its bodies at their places and its rows at their frames. Error:
// format_invalid (frames that are too far apart).
Result<std::vector<RawSequence>> joined_parts(const Recipe& recipe, std::vector<TablePart> parts,
                                              const std::string& path);

} // namespace kinelens
