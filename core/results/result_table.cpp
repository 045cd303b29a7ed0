#include "core/results/result_table.h"

#include "core/foundation/csv_text.h"
#include "core/foundation/json_text.h"

namespace kinelens {

std::string ResultTable::csv() const {
    std::string text;
    const auto add_field = [&](const std::string& field, std::size_t column) {
        text.append(column > 0 ? "," : "").append(field);
        if (column + 1 == columns_.size()) text.append("\r\n");
    };
    for (std::size_t column = 0; column < columns_.size(); ++column)
        add_field(csv_field(columns_[column]), column);
    for (const auto& row : rows_)
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            const Cell cell = column < row.size() ? row[column] : Cell{};
            add_field(cell.words ? csv_field(cell.text) : cell.text, column);
        }
    return text;
}

std::string ResultTable::json_members() const {
    std::string text = "\"columns\":" + json_line(columns_) + ",\"rows\":[";
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        text.append(i > 0 ? ",[" : "[");
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            const Cell cell = column < rows_[i].size() ? rows_[i][column] : Cell{};
            text.append(column > 0 ? "," : "");
            text.append(cell.words ? json_line(cell.text) : cell.text.empty() ? "null" : cell.text);
        }
        text.append("]");
    }
    return text + "]";
}

} // namespace kinelens
