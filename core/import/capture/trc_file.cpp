#include "core/import/capture/trc_file.h"

#include "core/foundation/number_text.h"
#include "core/foundation/table_rows.h"
#include "core/foundation/text_cursor.h"
#include "core/import/capture/marker_rows.h"

#include <algorithm>

namespace kinelens {
namespace {

using Cells = std::vector<std::string_view>;

class TrcParser {
public:
    TrcParser(std::string_view text, const std::string& path)
        : cursor_(without_byte_order_mark(text))
        , path_(path) {}

    Result<MarkerFile> parse() {
        const std::string_view first = cursor_.take_line();
        if (first.find("PathFileType") == std::string_view::npos)
            return wrong(ErrorCode::format_unknown, "it does not begin with PathFileType");
        KINELENS_CHECK(read_head());
        KINELENS_TRY(columns, read_names());
        MarkerRows rows(file_, columns, 0, path_);
        while (!cursor_.at_end()) {
            const long long line = cursor_.line();
            const Cells cells = next_cells();
            if (std::ranges::any_of(cells, [](std::string_view cell) { return !cell.empty(); }) &&
                !is_axes_row(cells))
                KINELENS_CHECK(rows.add(cells, line));
        }
        rows.finish(frames_announced_);
        return std::move(file_);
    }

private:
    tl::unexpected<Error> wrong(ErrorCode code, std::string detail) const {
        return fail(code, path_, std::move(detail), {cursor_.line(), {}, {}});
    }

    Cells next_cells() { return split_line(cursor_.take_line(), '\t', kept_); }

    // Names in one line, values in the next.
    Result<void> read_head() {
        std::vector<std::string> kept;
        const Cells names = split_line(cursor_.take_line(), '\t', kept);
        const Cells values = next_cells();
        const auto value = [&](std::string_view name) -> std::string_view {
            const auto at = std::ranges::find(names, name);
            const auto place = static_cast<std::size_t>(at - names.begin());
            return at == names.end() || place >= values.size() ? std::string_view() : values[place];
        };
        double rate = 0;
        if (parse_cell(value("DataRate"), false, rate) && rate > 0) file_.frame_rate = rate;
        file_.unit = std::string(value("Units"));
        double count = 0;
        if (parse_cell(value("NumFrames"), false, count) && count > 0 && count < 1e9)
            frames_announced_ = static_cast<std::int64_t>(count);
        if (parse_cell(value("NumMarkers"), false, count) && count > 0 && count < 1e6)
            markers_announced_ = static_cast<std::size_t>(count);
        return {};
    }

    // "Frame#  Time  LSHO  (empty)  (empty)  RSHO …": a marker's x stands under its name.
    Result<std::vector<std::size_t>> read_names() {
        const Cells cells = next_cells();
        std::vector<std::size_t> columns;
        for (std::size_t column = 2; column < cells.size(); ++column) {
            if (cells[column].empty()) continue;
            file_.markers.emplace_back(cells[column]);
            columns.push_back(column);
        }
        if (columns.empty()) return wrong(ErrorCode::format_invalid, "it names no markers");
        // Some programs put no empty cells between the names.
        if (columns.size() > 1 && columns[1] == columns[0] + 1)
            for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = 2 + 3 * i;
        if (markers_announced_ > 0 && markers_announced_ != columns.size())
            file_.warnings.push_back({ErrorCode::format_invalid,
                                      path_,
                                      std::to_string(markers_announced_) + " markers are announced, " +
                                          std::to_string(columns.size()) + " are named",
                                      {cursor_.line() - 1, {}, {}}});
        return columns;
    }

    static bool is_axes_row(const Cells& cells) {
        return std::ranges::any_of(cells, [](std::string_view cell) { return cell == "X1" || cell == "Y1"; });
    }

    TextCursor cursor_;
    const std::string& path_;
    MarkerFile file_;
    std::vector<std::string> kept_;
    std::int64_t frames_announced_ = 0;
    std::size_t markers_announced_ = 0;
};

} // namespace

Result<MarkerFile> parse_trc(std::string_view bytes, const std::string& path) {
    return TrcParser(bytes, path).parse();
}

} // namespace kinelens
