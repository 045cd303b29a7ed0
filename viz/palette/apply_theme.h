// The theme of the whole program: style, palette, tool tips and the ring of the focus.
#pragma once

#include "viz/palette/palette.h"

class QApplication;

namespace kinelens::viz {

void apply_theme(QApplication& application, Theme theme); // may be called again at any time

} // namespace kinelens::viz
