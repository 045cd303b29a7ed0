#include "viz/palette/line_styles.h"

#include "viz/palette/class_colours.h"

#include <array>

namespace kinelens::viz {

LineStyle line_style(int index, Theme theme) {
    static const std::array<std::vector<double>, 4> dashes{{{}, {6, 3}, {2, 2}, {8, 2.5, 2, 2.5}}};
    constexpr int colours = 7; // the eighth class colour is nearly the text's
    const int line = index < 0 ? 0 : index;
    return {class_colour(line % colours, theme), dashes[static_cast<std::size_t>(line % 4)], 1.5};
}

} // namespace kinelens::viz
