#include "core/annotation/label_table.h"

#include "core/foundation/lower_case.h"
#include "core/foundation/number_text.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

std::string column_name(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return lower_case(std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1)));
}

} // namespace

void LabelTable::set_header(const std::vector<std::string>& names) {
    names_.clear();
    for (const std::string& name : names) names_.push_back(column_name(name));
}

std::optional<std::size_t> LabelTable::place_of(std::string_view column) const {
    const auto found = std::ranges::find(names_, column);
    if (found == names_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names_.begin());
}

bool LabelTable::has(std::string_view column) const {
    return place_of(column).has_value();
}

bool LabelTable::next() {
    while (!rows_.at_end()) {
        line_ = rows_.line();
        fields_ = rows_.row();
        if (std::ranges::any_of(fields_, [](const std::string& one) { return !one.empty(); })) return true;
    }
    return false;
}

std::string LabelTable::text(std::string_view column) const {
    const auto place = place_of(column);
    return place && *place < fields_.size() ? fields_[*place] : std::string();
}

bool LabelTable::number(std::string_view column, double& value) const {
    return parse_cell(text(column), rows_.decimal_commas(), value) && std::isfinite(value);
}

std::int64_t LabelTable::frame_at(double seconds) const {
    return std::llround(std::clamp(seconds * file_.frame_rate, -1e12, 1e12));
}

void LabelTable::fault(std::string why, ErrorCode code) {
    fault_at(line_, std::move(why), code);
}

void LabelTable::fault_at(long long line, std::string why, ErrorCode code) {
    reading_.faults.push_back({code, file_.path, std::move(why), {line, {}, {}}});
}

void LabelTable::add(const std::string& sequence, Interval interval, const std::string& class_name) {
    if (interval.start < 0 || interval.end <= interval.start)
        return fault(std::to_string(interval.start) + " to " + std::to_string(interval.end) +
                     " is no interval");
    if (class_name.empty()) return fault("it has no class");
    interval.label = reading_.annotations.class_index(class_name);
    reading_.annotations.sequence(sequence).intervals.push_back(std::move(interval));
}

} // namespace kinelens
