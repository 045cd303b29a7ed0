// MapView: which part of a map is seen: places of the map (y upwards) to pixels of the widget and back.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <span>

namespace kinelens::viz {

struct MapPoint {
    float x = 0, y = 0;
    bool operator==(const MapPoint&) const = default;
};

struct MapView {
    QSizeF size;      // pixels
    QPointF centre;   // the map's place in the middle of the pixels
    double scale = 1; // pixels a unit of the map

    QPointF to_screen(MapPoint point) const {
        return {size.width() / 2 + (point.x - centre.x()) * scale,
                size.height() / 2 - (point.y - centre.y()) * scale};
    }
    MapPoint to_map(QPointF pixel) const {
        return {static_cast<float>(centre.x() + (pixel.x() - size.width() / 2) / scale),
                static_cast<float>(centre.y() - (pixel.y() - size.height() / 2) / scale)};
    }
    QRectF seen() const; // in places of the map; its top is the smallest y
    MapView zoomed(double factor, QPointF about) const;
    MapView moved(QPointF pixels) const;
};

// The smallest rectangle around all points (those that are not finite left out); null without any.
QRectF bounds_of(std::span<const MapPoint> points);

// All of `bounds` with `margin` pixels around it. An empty rectangle is shown one unit wide.
MapView fitted(QRectF bounds, QSizeF size, double margin);

} // namespace kinelens::viz
