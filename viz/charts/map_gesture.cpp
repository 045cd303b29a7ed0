#include "viz/charts/map_gesture.h"

#include <QRectF>
#include <utility>

namespace kinelens::viz {
namespace {

constexpr double drag_pixels = 4;

} // namespace

void MapGesture::press(QPointF place, bool moves) {
    pressed_ = last_ = place;
    area_.clear();
    kind_ = moves ? Kind::moving : Kind::undecided;
}

QPointF MapGesture::go(QPointF place, MapTool tool, bool lasso) {
    if (kind_ == Kind::undecided && (place - pressed_).manhattanLength() >= drag_pixels) {
        kind_ = tool == MapTool::move && !lasso ? Kind::moving : Kind::area;
        area_ << pressed_;
    }
    if (kind_ == Kind::area && tool == MapTool::box)
        area_ = QPolygonF(QRectF(pressed_, place).normalized());
    else if (kind_ == Kind::area)
        area_ << place;
    return place - std::exchange(last_, place);
}

MapGesture::Kind MapGesture::release() {
    return std::exchange(kind_, Kind::none);
}

QPolygonF MapGesture::takeArea() {
    return std::exchange(area_, {});
}

} // namespace kinelens::viz
