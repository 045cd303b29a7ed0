// Small pictures beside names in lists, boxes and legends. They are painted when they are shown, in the
// colours of the theme that is then in force and as sharp as the screen: nothing has to be made anew when the
// theme changes.
#pragma once

#include "viz/palette/palette.h"

#include <QIcon>
#include <QPainterPath>
#include <functional>

class QPainter;

namespace kinelens::viz {

// Drawn in a square of 16 by 16 around (0, 0).
QIcon drawn_icon(std::function<void(QPainter&, Theme)> draw);

QIcon class_swatch(int label);
QIcon line_swatch(int colour, int dashes = 0); // a piece of a chart's line
QIcon shape_swatch(const QPainterPath& shape, std::function<Colour(Theme)> colour); // filled
QIcon failure_sign();                                                               // a cross in a disc
QIcon more_sign(Qt::Orientation along); // two arrow heads: there is more that way

} // namespace kinelens::viz
