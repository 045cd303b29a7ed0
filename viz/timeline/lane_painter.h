// Draws the intervals of one lane: truth solid, prediction outlined and lighter, errors hatched. Only what is
// in view, and of intervals narrower than a pixel one a pixel column and row.
#pragma once

#include "viz/palette/palette.h"
#include "viz/timeline/timeline_lane.h"

#include <QRectF>
#include <functional>
#include <string>

class QPainter;

namespace kinelens::viz {

struct LanePlace {
    QRectF box; // of all rows
    double first = 0;
    double span = 1; // frames over the box's width
    double rowHeight() const { return rows > 0 ? box.height() / rows : box.height(); }
    int rows = 1;

    double xOf(double frame) const { return box.left() + (frame - first) * box.width() / span; }
    QRectF boxOf(const LaneItem& item) const;
};

void draw_lane(QPainter& painter, const TimelineLane& lane, const LanePlace& place,
               const std::vector<std::string>& names, const Palette& colours);

// One colour from little overlap to much, the same for links and words about them.
Colour overlap_colour(double overlap, const Palette& colours);

} // namespace kinelens::viz
