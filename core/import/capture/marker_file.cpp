#include "core/import/capture/marker_file.h"

#include "core/foundation/lower_case.h"
#include "core/skeleton/joint_sides.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace kinelens {
namespace {

constexpr std::int64_t frames_looked_at = 200; // spread over the recording
constexpr double adult_height = 1.6;           // metres, of the markers: not of the head's top

using Point = std::array<double, 3>;

bool seen(std::span<const float> at) {
    return std::isfinite(at[0]) && std::isfinite(at[1]) && std::isfinite(at[2]);
}

std::int64_t stride_of(const MarkerFile& file) {
    return std::max<std::int64_t>(1, file.frames() / frames_looked_at);
}

// Largest extent along any axis of the markers of one frame, on average.
double mean_extent(const MarkerFile& file) {
    double sum = 0;
    double count = 0;
    for (std::int64_t frame = 0; frame < file.frames(); frame += stride_of(file)) {
        Point least{1e300, 1e300, 1e300};
        Point most{-1e300, -1e300, -1e300};
        for (std::size_t i = 0; i < file.markers.size(); ++i) {
            const auto at = file.marker(frame, i);
            if (!seen(at)) continue;
            for (std::size_t axis = 0; axis < 3; ++axis) {
                least[axis] = std::min(least[axis], double(at[axis]));
                most[axis] = std::max(most[axis], double(at[axis]));
            }
        }
        double largest = 0;
        for (std::size_t axis = 0; axis < 3; ++axis) largest = std::max(largest, most[axis] - least[axis]);
        if (largest <= 0) continue;
        sum += largest;
        ++count;
    }
    return count > 0 ? sum / count : 0;
}

// Mean distance of two markers where both are seen; very far where they never are.
double mean_distance(const MarkerFile& file, std::size_t a, std::size_t b) {
    double sum = 0;
    double count = 0;
    for (std::int64_t frame = 0; frame < file.frames(); frame += stride_of(file)) {
        const auto p = file.marker(frame, a);
        const auto q = file.marker(frame, b);
        if (!seen(p) || !seen(q)) continue;
        sum += std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
        ++count;
    }
    return count > 0 ? sum / count : std::numeric_limits<double>::max();
}

std::vector<int> nearest_parents(const MarkerFile& file) {
    const std::size_t count = file.markers.size();
    std::vector<int> parents(count, -1);
    std::vector<double> best(count, std::numeric_limits<double>::infinity());
    std::vector<bool> joined(count);
    for (std::size_t step = 0; step < count; ++step) {
        std::size_t next = count;
        for (std::size_t i = 0; i < count; ++i)
            if (!joined[i] && (next == count || best[i] < best[next])) next = i;
        joined[next] = true;
        for (std::size_t i = 0; i < count; ++i) {
            if (joined[i]) continue;
            const double distance = mean_distance(file, next, i);
            if (distance >= best[i]) continue;
            best[i] = distance;
            parents[i] = static_cast<int>(next);
        }
    }
    return parents;
}

} // namespace

std::vector<std::string> tidy_marker_names(std::vector<std::string> names) {
    const auto subject_end = names.empty() ? std::string::npos : names.front().find(':');
    const std::string subject =
        subject_end == std::string::npos ? "" : names.front().substr(0, subject_end + 1);
    const bool common = !subject.empty() && std::ranges::all_of(names, [&](const std::string& name) {
        return name.empty() || name.starts_with('*') || name.starts_with(subject);
    });
    std::map<std::string, int> times;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (common && names[i].starts_with(subject)) names[i].erase(0, subject.size());
        if (names[i].empty()) names[i] = "marker " + std::to_string(i + 1);
        if (const int time = ++times[names[i]]; time > 1) names[i] += " (" + std::to_string(time) + ")";
    }
    return names;
}

double metres_of(const std::string& unit) {
    const std::string name = lower_case(unit);
    constexpr std::array units{std::pair{"mm", 0.001},          std::pair{"millimeters", 0.001},
                               std::pair{"millimetres", 0.001}, std::pair{"millimeter", 0.001},
                               std::pair{"cm", 0.01},           std::pair{"centimeters", 0.01},
                               std::pair{"centimetres", 0.01},  std::pair{"m", 1.0},
                               std::pair{"meters", 1.0},        std::pair{"metres", 1.0},
                               std::pair{"meter", 1.0},         std::pair{"in", 0.0254},
                               std::pair{"inch", 0.0254},       std::pair{"inches", 0.0254},
                               std::pair{"ft", 0.3048},         std::pair{"feet", 0.3048}};
    const auto found = std::ranges::find_if(units, [&](const auto& known) { return name == known.first; });
    return found == units.end() ? 0 : found->second;
}

std::string unit_name(double metres) {
    return metres == 1 ? "metres" : metres == 0.01 ? "centimetres" : "millimetres";
}

double likely_metres(const MarkerFile& file) {
    const double extent = mean_extent(file);
    if (extent <= 0) return 1;
    double best = 1;
    for (const double metres : {1.0, 0.01, 0.001})
        if (std::abs(std::log(extent * metres / adult_height)) <
            std::abs(std::log(extent * best / adult_height)))
            best = metres;
    return best;
}

std::string likely_up(const MarkerFile& file) {
    std::vector<std::vector<double>> means(3);
    for (std::size_t i = 0; i < file.markers.size(); ++i) {
        Point sum{};
        double count = 0;
        for (std::int64_t frame = 0; frame < file.frames(); frame += stride_of(file)) {
            const auto at = file.marker(frame, i);
            if (!seen(at)) continue;
            for (std::size_t axis = 0; axis < 3; ++axis) sum[axis] += at[axis];
            ++count;
        }
        for (std::size_t axis = 0; axis < 3 && count > 0; ++axis) means[axis].push_back(sum[axis] / count);
    }
    if (means[1].empty()) return "z";
    const auto spread = [&](std::size_t axis) {
        const auto [least, most] = std::ranges::minmax(means[axis]);
        return most - least;
    };
    return spread(1) > spread(2) ? "y" : "z";
}

SkeletonLayout marker_layout(const MarkerFile& file) {
    SkeletonLayout layout;
    layout.name = "markers";
    layout.joint_names = file.markers;
    layout.parents = nearest_parents(file);
    find_sides(layout);
    return layout;
}

} // namespace kinelens
