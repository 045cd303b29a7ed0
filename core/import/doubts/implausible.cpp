#include "core/import/doubts/implausible.h"

#include "core/foundation/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kinelens {
namespace {

constexpr double adult = 1.7; // metres
constexpr double smallest_person = 0.3;
constexpr double largest_person = 3;

// What the body would measure as a person if its unit was another.
std::string likely_unit(double size) {
    struct Unit {
        const char* name;
        double metres;
    };
    constexpr std::array units{Unit{"millimetres", 0.001}, Unit{"centimetres", 0.01}, Unit{"inches", 0.0254},
                               Unit{"feet", 0.3048}};
    const Unit* best = &units[0];
    for (const Unit& unit : units)
        if (std::abs(std::log(size * unit.metres / adult)) < std::abs(std::log(size * best->metres / adult)))
            best = &unit;
    const double body = size * best->metres;
    if (body < smallest_person || body > largest_person) return "no usual unit makes it a person";
    return std::string("in ") + best->name + " it would be " + short_number_text(body) +
           " m: import it with a recipe whose scale is " + short_number_text(best->metres);
}

} // namespace

void PlausibilityCheck::Finding::add(const std::string& name) {
    if (recordings++ == 0) first = name;
}

PlausibilityCheck::PlausibilityCheck(const DatasetInfo& info)
    : plan_(body_plan(info.layout))
    , up_(info.up) {}

void PlausibilityCheck::look_at(const Motion& motion, const std::string& name) {
    ++recordings_;
    const BodyDoubts doubts = doubts_of(motion, plan_, up_);
    if (doubts.odd_size) {
        size_.add(name);
        sizes_.push_back(*doubts.odd_size);
    }
    if (!doubts.head_axis.empty()) {
        lying_.add(name);
        ++axes_[doubts.head_axis];
    }
    if (doubts.sides_exchanged) sides_.add(name);
}

std::string PlausibilityCheck::share(const Finding& finding) const {
    return " (" + std::to_string(finding.recordings) + " of " + counted(recordings_, "recording") + ")";
}

std::vector<Error> PlausibilityCheck::doubts() const {
    std::vector<Error> found;
    const auto tell = [&](const Finding& finding, const std::string& what) {
        found.push_back({ErrorCode::data_doubted, finding.first, what + share(finding), {}});
    };
    if (size_.recordings > 0) {
        std::vector<double> sizes = sizes_;
        std::ranges::sort(sizes);
        const double size = sizes[sizes.size() / 2];
        tell(size_, "a body measures " + short_number_text(size) + " m; " + likely_unit(size));
    }
    if (lying_.recordings * 2 > recordings_) {
        const auto most = std::ranges::max_element(axes_, {}, [](const auto& axis) { return axis.second; });
        tell(lying_,
             "bodies lie on their side if " + up_ + " points up; their heads are along " + most->first);
    }
    if (sides_.recordings * 2 > recordings_)
        tell(sides_, "left and right seem exchanged: the feet point backwards; exchange the sides, or negate "
                     "one axis, "
                     "in a recipe");
    return found;
}

} // namespace kinelens
