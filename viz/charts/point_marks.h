// Marks of a point map: each group has a colour and a shape, so that colour is never the only sign.
#pragma once

#include "viz/palette/palette.h"

#include <QPainterPath>
#include <cstdint>
#include <string>
#include <vector>

namespace kinelens::viz {

enum class Mark { disc, square, triangle, diamond, cross };
inline constexpr int mark_count = 5;

struct PointGroup {
    std::string name;
    int colour = -1; // of class_colour(), or a step of the ramp; -1: muted
    Mark mark = Mark::disc;
    bool operator==(const PointGroup&) const = default;
};

// What each point is drawn as. With `ramp` the groups are ramp_steps steps of a measure, lowest first.
struct PointColouring {
    std::vector<PointGroup> groups;
    std::vector<std::int32_t> group; // (N) of each point
    bool ramp = false;
};

inline constexpr int ramp_steps = 24;

// The index-th group in the class colours. Neighbours differ in shape as well, so do the four after each four
// (orange and vermilion, blue and sky blue), and no two of the first 512 have both colour and shape in
// common.
PointGroup numbered_group(std::string name, int index);
std::vector<PointGroup> ramp_groups();

// From violet to yellow (on light ground to ochre): lightness rises with the share for every kind of colour
// vision.
Colour ramp_colour(double share, Theme theme);
Colour group_colour(const PointGroup& group, bool ramp, Theme theme);

// The mark around (0, 0), of the same area for every shape; `radius` is the disc's.
QPainterPath mark_path(Mark mark, double radius);

} // namespace kinelens::viz
