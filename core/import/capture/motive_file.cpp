#include "core/import/capture/motive_file.h"

#include "core/foundation/number_text.h"
#include "core/foundation/table_rows.h"
#include "core/foundation/text_cursor.h"
#include "core/import/capture/marker_rows.h"

#include <algorithm>

namespace kinelens {
namespace {

constexpr std::string_view beginning = "Format Version";
constexpr std::size_t first_column = 2; // behind Frame and Time

using Row = std::vector<std::string>;

class MotiveParser {
public:
    MotiveParser(std::string_view text, const std::string& path)
        : cursor_(without_byte_order_mark(text))
        , path_(path) {}

    Result<MarkerFile> parse() {
        const Row facts = next_row();
        if (facts.empty() || facts.front() != beginning)
            return fail(ErrorCode::format_unknown, path_, "it does not begin with Format Version");
        read_facts(facts);
        if (!read_head())
            return fail(ErrorCode::format_invalid, path_, "it has no row that begins with Frame",
                        {cursor_.line(), {}, {}});
        const auto columns = columns_of_positions();
        if (columns.empty())
            return fail(ErrorCode::format_invalid, path_, "no column holds the position of a bone or marker");
        MarkerRows rows(file_, columns, 0, path_);
        std::vector<std::string> kept;
        while (!cursor_.at_end()) {
            const long long line = cursor_.line();
            const auto cells = split_line(cursor_.take_line(), ',', kept);
            if (std::ranges::any_of(cells, [](std::string_view cell) { return !cell.empty(); }))
                KINELENS_CHECK(rows.add(cells, line));
        }
        rows.finish(frames_announced_);
        return std::move(file_);
    }

private:
    Row next_row() {
        std::vector<std::string> kept;
        const auto cells = split_line(cursor_.take_line(), ',', kept);
        return {cells.begin(), cells.end()};
    }

    // Name, value, name, value …
    void read_facts(const Row& facts) {
        for (std::size_t i = 0; i + 1 < facts.size(); i += 2) {
            double value = 0;
            const bool number = parse_cell(facts[i + 1], false, value) && value > 0 && value < 1e9;
            if (facts[i] == "Length Units") file_.unit = facts[i + 1];
            if (facts[i] == "Export Frame Rate" && number) file_.frame_rate = value;
            if (facts[i] == "Capture Frame Rate" && number && file_.frame_rate == 0) file_.frame_rate = value;
            if (facts[i] == "Total Exported Frames" && number)
                frames_announced_ = static_cast<std::int64_t>(value);
        }
        file_.up = "y"; // Motive's own axes
    }

    // The rows above the frames: kinds, names, what is measured. The last begins with "Frame".
    bool read_head() {
        for (int row = 0; row < 20 && !cursor_.at_end(); ++row) {
            Row cells = next_row();
            if (!cells.empty() && cells.front() == "Frame") return true;
            if (cells.size() <= first_column) continue;
            if (cells[1] == "Type")
                types_ = std::move(cells);
            else if (cells[1] == "Name")
                names_ = std::move(cells);
            else if (std::ranges::find(cells, "Position") != cells.end())
                measures_ = std::move(cells);
        }
        return false;
    }

    static std::string cell(const Row& row, std::size_t column) {
        return column < row.size() ? row[column] : std::string();
    }

    std::vector<std::size_t> columns_of_positions() {
        const bool bones = std::ranges::find(types_, "Bone") != types_.end();
        std::vector<std::size_t> columns;
        for (std::size_t column = first_column; column < measures_.size(); ++column) {
            const std::string type = cell(types_, column);
            if (measures_[column] != "Position" ||
                (bones ? type != "Bone" : type.find("Marker") == std::string::npos))
                continue;
            file_.markers.push_back(cell(names_, column));
            columns.push_back(column);
            column += 2; // its y and z
        }
        return columns;
    }

    TextCursor cursor_;
    const std::string& path_;
    MarkerFile file_;
    Row types_;
    Row names_;
    Row measures_;
    std::int64_t frames_announced_ = 0;
};

} // namespace

Result<MarkerFile> parse_motive(std::string_view bytes, const std::string& path) {
    return MotiveParser(bytes, path).parse();
}

bool is_motive(const SourceFile& source) {
    const std::string head = source.head(64);
    return without_byte_order_mark(head).starts_with(beginning);
}

} // namespace kinelens
