#include "core/import/capture/marker_rows.h"

#include "core/foundation/number_text.h"
#include "core/foundation/table_rows.h"

#include <cmath>
#include <limits>

namespace kinelens {
namespace {

constexpr std::int64_t most_skipped = 1'000'000; // frames between two rows

} // namespace

MarkerRows::MarkerRows(MarkerFile& file, std::vector<std::size_t> columns, std::size_t frame_column,
                       std::string path)
    : file_(file)
    , columns_(std::move(columns))
    , frame_column_(frame_column)
    , path_(std::move(path)) {}

Result<std::int64_t> MarkerRows::frame_of(std::string_view cell, long long line) const {
    std::int64_t number = 0;
    double real = 0;
    if (parse_number(cell, real) && std::abs(real) < 1e15 && real == std::floor(real))
        number = static_cast<std::int64_t>(real);
    else
        return fail(ErrorCode::format_invalid, path_,
                    "'" + std::string(cell.substr(0, 20)) + "' is no frame number",
                    {line, static_cast<long long>(frame_column_) + 1, {}});
    const std::int64_t next = first_ + rows_;
    if (rows_ > 0 && (number < next || number - next > most_skipped))
        return fail(ErrorCode::format_invalid, path_,
                    "frame " + std::to_string(number) + " follows frame " + std::to_string(next - 1),
                    {line, static_cast<long long>(frame_column_) + 1, {}});
    return number;
}

Result<void> MarkerRows::add(const std::vector<std::string_view>& cells, long long line) {
    KINELENS_TRY(number, frame_of(frame_column_ < cells.size() ? cells[frame_column_] : "", line));
    if (rows_ == 0) first_ = number;
    const std::int64_t skipped = number - first_ - rows_;
    const std::size_t row = columns_.size() * 3;
    const float missing = std::numeric_limits<float>::quiet_NaN();
    file_.positions.resize(file_.positions.size() + static_cast<std::size_t>(skipped + 1) * row, missing);
    rows_ += skipped + 1;
    skipped_ += skipped;
    float* target = file_.positions.data() + file_.positions.size() - row;
    for (const std::size_t column : columns_)
        for (std::size_t axis = 0; axis < 3; ++axis, ++target) {
            const std::string_view cell = column + axis < cells.size() ? cells[column + axis] : "";
            double value = 0;
            if (is_missing_cell(cell)) continue;
            if (!parse_cell(cell, false, value))
                return fail(ErrorCode::format_invalid, path_,
                            "'" + std::string(cell.substr(0, 20)) + "' is not a number",
                            {line, static_cast<long long>(column + axis) + 1, {}});
            *target = static_cast<float>(value);
        }
    return {};
}

void MarkerRows::finish(std::int64_t announced) {
    const std::int64_t there = rows_ - skipped_;
    if (skipped_ > 0)
        file_.warnings.push_back(
            {ErrorCode::body_missing, path_, counted(skipped_, "frame") + " have no row: gaps", {}});
    if (announced > 0 && announced != there)
        file_.warnings.push_back({there < announced ? ErrorCode::file_truncated : ErrorCode::part_left_out,
                                  path_,
                                  std::to_string(announced) + " frames are announced, " +
                                      std::to_string(there) + " are there" +
                                      (there < announced ? "" : " and read"),
                                  {}});
}

} // namespace kinelens
