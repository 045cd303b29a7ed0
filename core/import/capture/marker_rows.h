// Rows of a table of markers, placed by their frame numbers.
#pragma once

#include "core/import/capture/marker_file.h"

#include <string_view>

namespace kinelens {

class MarkerRows {
public:
    // columns: where each marker's x stands; its y and z follow. `frame_column`: whole numbers that grow.
    MarkerRows(MarkerFile& file, std::vector<std::size_t> columns, std::size_t frame_column,
               std::string path);

    // One row of cells. Error: format_invalid with line and column: a frame number that goes back, or a cell
    // that is neither empty nor a number.
    Result<void> add(const std::vector<std::string_view>& cells, long long line);

    // Tells what was announced (frames; 0: nothing) and what was left out between.
    void finish(std::int64_t announced);

private:
    Result<std::int64_t> frame_of(std::string_view cell, long long line) const;

    MarkerFile& file_;
    std::vector<std::size_t> columns_;
    std::size_t frame_column_;
    std::string path_;
    std::int64_t first_ = 0;
    std::int64_t rows_ = 0;
    std::int64_t skipped_ = 0; // frames without a row
};

} // namespace kinelens
