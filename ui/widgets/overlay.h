// Lays a widget over a part of another one, so that it appears and goes without moving anything.
#pragma once

#include <QSize>

class QWidget;

namespace kinelens::ui {

// At the foot: over the whole width and as high as it needs, or, with a size, that large in the right corner.
void layOver(QWidget& widget, QWidget& host, const QSize& size = {});

} // namespace kinelens::ui
