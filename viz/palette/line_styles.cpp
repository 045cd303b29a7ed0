#include "viz/palette/line_styles.h"

#include "viz/palette/class_colours.h"

#include <algorithm>
#include <array>

namespace kinelens::viz {

LineStyle line_style(int index, Theme theme) {
    return line_style(index, index, theme);
}

// The eighth class colour is nearly the text's.
LineStyle line_style(int colour, int dashes, Theme theme) {
    static const std::array<std::vector<double>, 6> patterns{
        {{}, {6, 3}, {2, 2}, {8, 2.5, 2, 2.5}, {14, 4}, {8, 2.5, 2, 2.5, 2, 2.5}}};
    const auto pattern = static_cast<std::size_t>(std::max(dashes, 0)) % patterns.size();
    return {class_colour(std::max(colour, 0) % line_colours, theme), patterns[pattern], 1.5};
}

} // namespace kinelens::viz
