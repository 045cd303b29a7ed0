// What the mouse does in the lanes.
#include "viz/timeline/lane_strip.h"

#include <QApplication>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>

namespace kinelens::viz {
namespace {
constexpr double edge_reach = 5; // pixels to either side
}

LaneStrip::Hit LaneStrip::hitAt(const QPointF& point) const {
    for (int i = 0; i < static_cast<int>(lanes_.size()); ++i) {
        const LanePlace place = placeOf(i);
        if (point.y() < laneBox(i).top() || point.y() > laneBox(i).bottom()) continue;
        Hit hit{i, -1, 0};
        const double beside = edge_reach * range().span() / stage().width();
        const double frame = frameAt(point.x());
        for (const LaneItem& item :
             lanes_[static_cast<std::size_t>(i)].between(frame - beside, frame + beside)) {
            const QRectF box = place.boxOf(item);
            if (point.y() < box.top() || point.y() > box.bottom() + 2) continue;
            const double reach = std::min(edge_reach, box.width() / 3);
            if (std::abs(point.x() - box.left()) <= reach) return {i, item.id, -1};
            if (std::abs(point.x() - box.right()) <= reach) return {i, item.id, 1};
            if (box.contains(point)) hit.id = item.id;
        }
        return hit;
    }
    return {};
}

void LaneStrip::mousePressEvent(QMouseEvent* event) {
    TimeStrip::mousePressEvent(event);
    drag_.reset();
    resisted_ = false;
    if (event->button() != Qt::LeftButton) return;
    const Hit hit = hitAt(event->position());
    if (event->position().x() < stage().left()) {
        if (hit.lane >= 0) emit lanePointed(hit.lane);
        return;
    }
    if (hit.id >= 0)
        emit itemPointed(hit.lane, hit.id, event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    else
        emit nothingPointed();
    if (hit.lane < 0) return;
    const bool edits = hit.id < 0 || hit.edge != 0;
    const TimelineLane& lane = lanes_[static_cast<std::size_t>(hit.lane)];
    resisted_ = edits && lane.truth && !lane.editable && hit.id >= 0;
    const auto frame = static_cast<std::int64_t>(std::llround(frameAt(event->position().x())));
    if (!edits || !lane.editable) return;
    drag_ = Drag{hit, frame, frame, false};
    if (hit.id >= 0) emit range().cursorGrabbed(); // it goes along with the edge
}

void LaneStrip::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() == Qt::NoButton) {
        const Hit hit = hitAt(event->position());
        const bool edge = hit.edge != 0 && lanes_[static_cast<std::size_t>(hit.lane)].editable;
        setCursor(edge ? Qt::SplitHCursor : Qt::ArrowCursor);
        return;
    }
    if (!drag_) {
        if (std::exchange(resisted_, false)) emit lockedDragged();
        return TimeStrip::mouseMoveEvent(event);
    }
    const auto frame = std::llround(frameAt(event->position().x()));
    drag_->to = std::clamp<std::int64_t>(frame, 0, range().frames());
    drag_->moved = drag_->moved || drag_->to != drag_->from;
    if (drag_->hit.id >= 0) emit edgeMoving(std::min(drag_->to, range().frames() - 1));
    update();
}

void LaneStrip::mouseReleaseEvent(QMouseEvent* event) {
    const auto drag = std::exchange(drag_, std::nullopt);
    update();
    if (drag && drag->hit.id >= 0) emit range().cursorLetGo();
    if (!drag || !drag->moved) {
        if (!drag || drag->hit.id < 0) TimeStrip::mouseReleaseEvent(event);
        return;
    }
    if (drag->hit.id >= 0)
        emit edgeMoved(drag->hit.lane, drag->hit.id, drag->hit.edge > 0, drag->to);
    else
        emit drawn(drag->hit.lane, std::min(drag->from, drag->to), std::max(drag->from, drag->to));
}

void LaneStrip::mouseDoubleClickEvent(QMouseEvent* event) {
    const Hit hit = hitAt(event->position());
    if (hit.id >= 0) emit itemOpened(hit.lane, hit.id);
}

QString LaneStrip::tipAt(const QPointF& place) const {
    const Hit hit = hitAt(place);
    return hit.id >= 0 && tips_ ? tips_(hit.lane, hit.id) : QString();
}

} // namespace kinelens::viz
