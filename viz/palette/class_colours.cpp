#include "viz/palette/class_colours.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace kinelens::viz {
namespace {

constexpr std::size_t table_size = class_colour_count;

std::vector<Colour> okabe_ito(Theme theme) {
    const bool dark = theme == Theme::dark;
    return {rgb(dark ? 0x3A80CA : 0x0072B2),  // blue
            rgb(dark ? 0xE69F00 : 0xE38900),  // orange
            rgb(dark ? 0x01AC79 : 0x109D70),  // bluish green
            rgb(dark ? 0xC985B7 : 0xC57AA9),  // reddish purple
            rgb(dark ? 0x7CCBF5 : 0x56B4E9),  // sky blue
            rgb(dark ? 0xE0661A : 0xD55E00),  // vermilion
            rgb(dark ? 0xF0E442 : 0xE2B400),  // yellow
            rgb(dark ? 0xF2F4F6 : 0x20262D)}; // black
}

std::vector<OkLch> candidates(Theme theme) {
    const bool dark = theme == Theme::dark;
    const double lowest = dark ? 0.50 : 0.36, highest = dark ? 0.92 : 0.76;
    std::vector<OkLch> found;
    for (double lightness = lowest; lightness <= highest; lightness += 0.04)
        for (double chroma = 0.05; chroma <= 0.25; chroma += 0.04)
            for (double hue = 0; hue < 360; hue += 10)
                if (OkLch colour{lightness, chroma, hue}; in_srgb(colour)) found.push_back(colour);
    return found;
}

double squared_distance(const OkLab& one, const OkLab& two) {
    const double l = one.lightness - two.lightness, a = one.a - two.a, b = one.b - two.b;
    return l * l + a * a + b * b;
}

std::vector<Colour> extended(Theme theme) {
    std::vector<Colour> chosen = okabe_ito(theme);
    std::vector<Colour> open;
    for (const OkLch& candidate : candidates(theme)) open.push_back(from_oklch(candidate));
    std::vector<OkLab> places(open.size());
    std::ranges::transform(open, places.begin(), to_oklab);
    std::vector<double> nearest(open.size(), std::numeric_limits<double>::max());
    const auto account_for = [&](Colour taken) {
        const OkLab place = to_oklab(taken);
        for (std::size_t i = 0; i < open.size(); ++i)
            nearest[i] = std::min(nearest[i], squared_distance(places[i], place));
    };
    std::ranges::for_each(chosen, account_for);
    while (chosen.size() < table_size) {
        const auto farthest = std::ranges::max_element(nearest) - nearest.begin();
        chosen.push_back(open[static_cast<std::size_t>(farthest)]);
        account_for(chosen.back());
    }
    return chosen;
}

} // namespace

Colour class_colour(int index, Theme theme) {
    static const std::vector<Colour> light = extended(Theme::light), dark = extended(Theme::dark);
    if (index < 0) return palette_for(theme).muted_text;
    return (theme == Theme::dark ? dark : light)[static_cast<std::size_t>(index) % table_size];
}

} // namespace kinelens::viz
