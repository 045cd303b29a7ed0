#include "core/import/capture/body_unit.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kinelens {
namespace {

constexpr double way_of_adult = 2.2; // fingertips to toes, metres
constexpr double smallest_way = 1;
constexpr double largest_way = 3.3;

struct Candidate {
    double metres;
    const char* name;
};
constexpr std::array candidates{Candidate{1, "metres"}, Candidate{0.01, "centimetres"},
                                Candidate{0.001, "millimetres"}, Candidate{0.0254, "inches"},
                                Candidate{0.0254 / 0.45, "units of the CMU database (5.64 cm)"}};

// The longest way between two joints: children come after their parents, so one pass back is enough.
double longest_way(const std::vector<Vector3>& offsets, const std::vector<int>& parents) {
    std::vector<double> down(offsets.size(), 0.0); // from the joint to its farthest descendant
    double longest = 0;
    for (std::size_t joint = offsets.size(); joint-- > 0;) {
        if (parents[joint] < 0) continue;
        const double branch =
            down[joint] + std::hypot(offsets[joint][0], offsets[joint][1], offsets[joint][2]);
        double& parent = down[static_cast<std::size_t>(parents[joint])];
        longest = std::max(longest, parent + branch);
        parent = std::max(parent, branch);
    }
    return longest;
}

} // namespace

BodyUnit unit_of_body(const std::vector<Vector3>& offsets, const std::vector<int>& parents) {
    const double way = longest_way(offsets, parents);
    if (!(way > 0)) return {1, "metres", 0, false};
    const auto distance = [&](const Candidate& one) {
        return std::abs(std::log(way * one.metres / way_of_adult));
    };
    const Candidate best = *std::ranges::min_element(candidates, {}, distance);
    const double body = way * best.metres;
    return {best.metres, best.name, body, body >= smallest_way && body <= largest_way};
}

} // namespace kinelens
