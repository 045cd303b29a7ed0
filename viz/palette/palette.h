// Palette: every colour the program draws with, once for the light and once for the dark theme.
#pragma once

#include "core/skeleton/skeleton_layout.h"
#include "viz/palette/colour.h"

namespace kinelens::viz {

enum class Theme { light, dark };

struct Palette {
    Theme theme = Theme::light;

    Colour window;     // behind panels
    Colour panel;      // buttons, headers, docks
    Colour base;       // behind tables, text fields and charts
    Colour stripe;     // every second row on base
    Colour border;     // frames and separators
    Colour text;       // at least 7:1 on window, panel and base
    Colour muted_text; // at least 4.5:1 on the same

    Colour accent;         // the one accent: chosen controls, links, the time cursor
    Colour text_on_accent; // at least 4.5:1 on accent
    Colour selection;      // behind chosen rows and ranges
    Colour selection_text;
    Colour focus; // keyboard focus ring, at least 3:1 on window and base

    Colour success; // text or sign, at least 4.5:1 on base and window, as the next two
    Colour warning;
    Colour error;

    Colour grid; // chart grid lines
    Colour axis; // chart axes and ticks, at least 3:1 on base

    Colour left, middle, right;                      // body sides: cool, neutral, warm
    Colour second_left, second_middle, second_right; // the same of the second body: lighter

    Colour scene_top, scene_bottom; // 3D background, a vertical gradient
    Colour floor_grid;
    Colour floor_shadow;

    bool operator==(const Palette&) const = default;
};

Palette palette_for(Theme theme);

// Body 0 takes the strong colours, every further one the lighter ones.
Colour body_colour(const Palette& palette, BodySide side, int body);

} // namespace kinelens::viz
