// The colours of action classes: one each, the same in every table, map, timeline and matrix of the program.
// class_numbers.h has which class has which.
#pragma once

#include "viz/palette/palette.h"

namespace kinelens::viz {

inline constexpr int class_colour_count = 128;

// Okabe and Ito's colours for the first eight classes (moved as little as makes each show on the theme's
// background and keeps any two at least 0.075 apart in OKLab for every kind of colour vision), then colours
// chosen in OKLCH so that each is as far as possible from all before it. Depends on the index and the theme
// only. Index -1 (unknown) is the palette's muted grey; indices from 128 on repeat. Colour is never the only
// sign: text, shape or hatch goes with it.
Colour class_colour(int index, Theme theme);

} // namespace kinelens::viz
