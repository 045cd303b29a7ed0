#include "core/import/tables/table_upright.h"

#include "core/foundation/table_rows.h"

#include <array>
#include <cmath>

namespace kinelens {
namespace {

constexpr double clear_share = 0.7; // of the way from feet to head that must lie along one axis

bool holds_one_of(const std::string& name, std::initializer_list<const char*> words) {
    for (const char* word : words)
        if (name.find(word) != std::string::npos) return true;
    return false;
}

// Mean place of the joints that are named so; nothing was seen: not a number.
std::array<double, 3> mean_place(const MarkerFile& file, const std::vector<std::string>& names,
                                 std::initializer_list<const char*> words) {
    std::array<double, 3> sum{};
    double count = 0;
    for (std::size_t i = 0; i < file.markers.size(); ++i) {
        if (!holds_one_of(names[i], words)) continue;
        for (std::int64_t frame = 0; frame < file.frames(); ++frame) {
            const auto at = file.marker(frame, i);
            if (!std::isfinite(at[0])) continue;
            for (std::size_t axis = 0; axis < 3; ++axis) sum[axis] += double(at[axis]);
            ++count;
        }
    }
    for (double& value : sum) value = count > 0 ? value / count : std::nan("");
    return sum;
}

TableUpright turned(const std::string& axis, bool sure) {
    if (axis == "y" || axis == "z") return {axis, {}, axis, sure};
    if (axis == "-y") return {"y", {"x", "-y", "-z"}, axis, sure};
    if (axis == "-z") return {"z", {"x", "-y", "-z"}, axis, sure};
    if (axis == "x") return {"y", {"-y", "x", "z"}, axis, sure};
    return {"y", {"y", "-x", "z"}, axis, sure};
}

} // namespace

TableUpright upright_of(const MarkerFile& file, const std::vector<std::string>& names) {
    auto top = mean_place(file, names, {"head", "nose", "neck"});
    auto bottom = mean_place(file, names, {"ankle", "foot", "heel", "toes"});
    if (std::isnan(bottom[0])) bottom = mean_place(file, names, {"knee"});
    if (std::isnan(bottom[0])) bottom = mean_place(file, names, {"hip", "pelvis"});
    if (std::isnan(top[0])) top = mean_place(file, names, {"shoulder", "chest"});
    const std::array<double, 3> way{top[0] - bottom[0], top[1] - bottom[1], top[2] - bottom[2]};
    const double length = std::hypot(way[0], way[1], way[2]);
    std::size_t most = 0;
    for (std::size_t axis = 1; axis < 3; ++axis)
        if (std::abs(way[axis]) > std::abs(way[most])) most = axis;
    if (!(length > 0) || std::abs(way[most]) < clear_share * length) return turned(likely_up(file), false);
    return turned(std::string(way[most] < 0 ? "-" : "") + "xyz"[most], true);
}

void read_triple(const std::string& cell, double* values) {
    std::vector<std::string> kept;
    std::size_t count = 0;
    for (int i = 0; i < 3; ++i) values[i] = std::nan("");
    for (const std::string_view part : split_line(cell, ' ', kept)) {
        double value = 0;
        if (part.empty() || count == 3) continue;
        if (parse_cell(part, true, value)) values[count] = value;
        ++count;
    }
}

} // namespace kinelens
