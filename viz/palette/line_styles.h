// How the lines of one chart are told apart: by colour and by dashes, never by colour alone.
#pragma once

#include "viz/palette/palette.h"

#include <vector>

namespace kinelens::viz {

struct LineStyle {
    Colour colour;
    std::vector<double> dashes; // on, off, … in line widths, as QPen::setDashPattern; empty = solid
    double width = 1.5;         // device-independent pixels
};

// The style of the index-th line. Neighbouring indices differ in colour and in dashes; no two of the first
// 42 agree in both.
LineStyle line_style(int index, Theme theme);

// The index-th colour with other dashes: lines of one run share a colour, and each has dashes of its own.
LineStyle line_style(int colour, int dashes, Theme theme);
constexpr int line_colours = 7;

} // namespace kinelens::viz
