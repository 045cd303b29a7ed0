#include "core/import/estimators/pose_rows.h"

#include "core/foundation/lower_case.h"
#include "core/foundation/number_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kinelens {

PoseRows::PoseRows(std::string_view text, std::string path)
    : cursor_(without_byte_order_mark(text))
    , separator_(TableRows(text).separator())
    , path_(std::move(path)) {
    if (without_byte_order_mark(text).starts_with("sep=")) cursor_.skip_line();
}

bool PoseRows::next() {
    while (!cursor_.at_end()) {
        line_ = cursor_.line();
        cells_ = split_line(cursor_.take_line(), separator_, kept_);
        if (std::ranges::all_of(cells_, [](std::string_view cell) { return cell.empty(); })) continue;
        if (expected_ > 0 && cells_.size() != expected_ && other_lengths_++ == 0) first_other_ = line_;
        return true;
    }
    return false;
}

std::string_view PoseRows::cell(int column) const {
    if (column < 0 || static_cast<std::size_t>(column) >= cells_.size()) return {};
    return cells_[static_cast<std::size_t>(column)];
}

double PoseRows::number(int column) {
    const std::string_view text = cell(column);
    double value = 0;
    if (parse_cell(text, separator_ != ',', value)) return value;
    if (!is_missing_cell(text) && bad_++ == 0) first_bad_ = {line_, column + 1, {}};
    return std::numeric_limits<double>::quiet_NaN();
}

std::int64_t PoseRows::whole(int column) {
    double value = 0;
    if (!parse_cell(cell(column), separator_ != ',', value) || !(value >= 0 && value < 1e12)) return -1;
    return std::floor(value) == value ? static_cast<std::int64_t>(value) : -1;
}

void PoseRows::read_joint(SeenBody& body, int joint, const PointColumns& columns) {
    const double x = number(columns.x);
    const double y = number(columns.y);
    const double z = columns.z < 0 ? 0 : number(columns.z);
    body.set_joint(joint, x, y, z, columns.sure < 0 ? 1 : number(columns.sure));
}

void PoseRows::tell(std::vector<Error>& warnings) const {
    if (bad_ > 0)
        warnings.push_back(
            {ErrorCode::part_left_out, path_,
             counted(bad_, "cell") + (bad_ == 1 ? " holds no number: a gap" : " hold no number: gaps"),
             first_bad_});
    if (other_lengths_ > 0)
        warnings.push_back({ErrorCode::part_left_out,
                            path_,
                            counted(other_lengths_, "row") +
                                " of another length than the header, which has " + std::to_string(expected_) +
                                " columns; what is missing is a gap",
                            {first_other_, {}, {}}});
}

std::pair<std::string, std::string> name_and_measure(std::string_view column) {
    const std::size_t at = column.find_last_of("._- ");
    if (at != std::string_view::npos && at > 0) {
        const std::string_view tail = column.substr(at + 1);
        const bool number =
            !tail.empty() && std::ranges::all_of(tail, [](char c) { return c >= '0' && c <= '9'; });
        if (number) // "x_12"
            return {std::string(tail), lower_case(std::string(column.substr(0, at)))};
        return {std::string(column.substr(0, at)), lower_case(std::string(tail))};
    }
    const std::size_t digit = column.find_first_of("0123456789");
    if (digit != std::string_view::npos && digit > 0)
        return {std::string(column.substr(digit)), lower_case(std::string(column.substr(0, digit)))};
    return {};
}

bool set_measure(PointColumns& columns, std::string_view measure, int column) {
    if (measure == "x") return columns.x = column, true;
    if (measure == "y") return columns.y = column, true;
    if (measure == "z") return columns.z = column, true;
    for (const std::string_view name :
         {"v", "vis", "visibility", "c", "conf", "confidence", "score", "likelihood", "p"})
        if (measure == name) return columns.sure = column, true;
    return false;
}

} // namespace kinelens
