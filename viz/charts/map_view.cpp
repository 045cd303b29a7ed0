#include "viz/charts/map_view.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kinelens::viz {

QRectF MapView::seen() const {
    const QSizeF part = size / scale;
    return {QPointF(centre.x() - part.width() / 2, centre.y() - part.height() / 2), part};
}

MapView MapView::zoomed(double factor, QPointF about) const {
    const QPointF arm = about - QPointF(size.width() / 2, size.height() / 2);
    const double shift = (1 - 1 / factor) / scale; // what lies under `about` stays there
    MapView view = *this;
    view.centre += QPointF(arm.x() * shift, -arm.y() * shift);
    view.scale *= factor;
    return view;
}

MapView MapView::moved(QPointF pixels) const {
    MapView view = *this;
    view.centre += QPointF(-pixels.x(), pixels.y()) / scale;
    return view;
}

QRectF bounds_of(std::span<const MapPoint> points) {
    constexpr float most = std::numeric_limits<float>::max();
    float left = most, right = -most, low = most, high = -most;
    for (const MapPoint& point : points) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) continue;
        left = std::min(left, point.x);
        right = std::max(right, point.x);
        low = std::min(low, point.y);
        high = std::max(high, point.y);
    }
    return left > right ? QRectF() : QRectF(QPointF(left, low), QPointF(right, high));
}

MapView fitted(QRectF bounds, QSizeF size, double margin) {
    const double width = std::max(1.0, size.width() - 2 * margin),
                 height = std::max(1.0, size.height() - 2 * margin);
    const double across = std::max({bounds.width() / width, bounds.height() / height, 1e-6});
    const bool empty = bounds.width() <= 0 && bounds.height() <= 0;
    return {size, bounds.center(), empty ? std::min(width, height) : 1 / across};
}

} // namespace kinelens::viz
