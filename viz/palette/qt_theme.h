// The palette as Qt's widgets understand it.
#pragma once

#include "viz/palette/palette.h"

#include <QColor>
#include <QPalette>

class QPen;

namespace kinelens::viz {

struct LineStyle;

QColor to_qcolor(Colour colour, int alpha = 255);
QPen to_qpen(const LineStyle& style);

// Which of ours a widget palette is, by the lightness of its window: widgets call
// palette_for(theme_of(palette())) when they paint and in changeEvent(PaletteChange), so none keeps a theme.
Theme theme_of(const QPalette& palette);

QPalette qt_palette(Theme theme);

} // namespace kinelens::viz
