// Files of what draws itself: a picture, PDF or SVG.
#pragma once

#include <QByteArray>
#include <QSizeF>
#include <QString>
#include <functional>

class QPainter;

namespace kinelens::viz {

struct Drawing {
    QSizeF size;
    std::function<void(QPainter&)> paint;
    std::function<QByteArray()> svg;
};

// By the file's ending: .svg, .pdf, or a picture (.png) of `scale` pixels a unit. False: not written. The
// file appears whole or not at all.
bool write_drawing(const QString& file, const Drawing& drawing, double scale);

} // namespace kinelens::viz
