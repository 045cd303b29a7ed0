#include "viz/charts/point_map.h"

#include "viz/charts/map_figure.h"
#include "viz/palette/qt_theme.h"

#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <cmath>

namespace kinelens::viz {
namespace {

constexpr double map_zoom = 1.25;
constexpr double closer_margin = 112; // around a few points
constexpr double deepest = 2000;      // times the fitted scale
constexpr double reach_pixels = 9;
constexpr int glide_milliseconds = 250;

} // namespace

PointMap::PointMap(QWidget* parent)
    : QWidget(parent)
    , painter_(scene_, *this) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Map of the sequences"));
    updateCursor();
    glide_.setDuration(glide_milliseconds);
    glide_.setStartValue(0.0);
    glide_.setEndValue(1.0);
    connect(&glide_, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        const auto share = value.toFloat();
        std::vector<MapPoint> points = to_;
        for (std::size_t i = 0; i < points.size(); ++i) {
            points[i].x -= (1 - share) * (to_[i].x - from_[i].x);
            points[i].y -= (1 - share) * (to_[i].y - from_[i].y);
        }
        place(std::move(points));
    });
}

void PointMap::setPoints(std::vector<MapPoint> points) {
    glide_.stop();
    scene_.begin(std::move(points));
    painter_.reorder();
    grid_.reset();
    fit();
}

void PointMap::movePoints(std::vector<MapPoint> points) {
    if (points.size() != scene_.points.size()) return setPoints(std::move(points));
    glide_.stop();
    place(std::move(points));
}

void PointMap::glideTo(std::vector<MapPoint> points) {
    if (points.size() != scene_.points.size() || !isVisible()) return movePoints(std::move(points));
    glide_.stop();
    from_ = scene_.points;
    to_ = std::move(points);
    glide_.start();
}

void PointMap::place(std::vector<MapPoint> points) {
    scene_.place(std::move(points));
    grid_.reset();
    following_ ? fit() : redraw();
}

void PointMap::setColouring(PointColouring colouring) {
    if (colouring.group.size() != scene_.points.size()) return;
    scene_.colouring = std::move(colouring);
    scene_.hidden.clear();
    redraw();
}

void PointMap::setHidden(std::vector<bool> groups) {
    scene_.hidden = std::move(groups);
    redraw();
}

void PointMap::setStrength(std::vector<float> strength) {
    if (!strength.empty() && strength.size() != scene_.points.size()) return;
    scene_.strength = std::move(strength);
    redraw();
}

void PointMap::setSelected(const std::vector<int>& points) {
    scene_.selected.assign(points.empty() ? 0 : scene_.points.size(), false);
    for (const int point : points) scene_.selected[static_cast<std::size_t>(point)] = true;
    painter_.reorder();
    redraw();
}

void PointMap::setCurrent(int point) {
    if (point == scene_.current) return;
    scene_.current = point;
    scene_.links.clear();
    update();
}

void PointMap::setLinks(std::vector<int> points) {
    scene_.links = std::move(points);
    update();
}

void PointMap::setPath(std::vector<int> points, double at) {
    scene_.path = std::move(points);
    scene_.path_at = at;
    update();
}

void PointMap::setLabels(bool on) {
    scene_.labelled = on;
    redraw();
}

void PointMap::setTool(MapTool tool) {
    tool_ = tool;
    updateCursor();
}

void PointMap::updateCursor() {
    setCursor(gesture_.kind() == MapGesture::Kind::moving ? Qt::ClosedHandCursor
              : tool_ == MapTool::move                    ? Qt::ArrowCursor
                                                          : Qt::CrossCursor);
}

void PointMap::redraw() {
    painter_.forget();
    update();
}

void PointMap::setView(const MapView& view) {
    const double fittedScale = scene_.whole(size()).scale;
    view_ = view;
    view_.scale = std::clamp(view.scale, fittedScale / 10, fittedScale * deepest);
    redraw();
    emit viewChanged();
}

void PointMap::fit() {
    following_ = true;
    setView(scene_.whole(size()));
}

void PointMap::fitTo(const std::vector<int>& points) {
    std::vector<MapPoint> wanted;
    for (const int point : points) wanted.push_back(scene_.at(point));
    if (wanted.empty()) return fit();
    following_ = false;
    setView(fitted(bounds_of(wanted), size(), closer_margin));
}

void PointMap::zoom(double factor) {
    following_ = false;
    setView(view_.zoomed(factor, QPointF(width() / 2.0, height() / 2.0)));
}

const PointGrid& PointMap::grid() {
    if (!grid_) grid_.emplace(scene_.points);
    return *grid_;
}

int PointMap::pointAt(QPointF pixel) {
    return grid().nearest(scene_.points, view_.to_map(pixel),
                          std::max(reach_pixels, painter_.radius(view_)) / view_.scale,
                          [this](int point) { return isShown(point); });
}

int PointMap::neighbourTowards(QPointF direction) const {
    return scene_.next_towards(direction, view_);
}

MapFigure PointMap::figure() const {
    return painter_.figure(view_);
}

void PointMap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter_.paint(painter, view_, gesture_.area());
    if (!hasFocus()) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(to_qcolor(palette_for(theme_of(palette())).focus), 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void PointMap::resizeEvent(QResizeEvent*) {
    if (following_) return fit();
    MapView view = view_;
    view.size = size();
    setView(view);
}

void PointMap::wheelEvent(QWheelEvent* event) {
    following_ = false;
    setView(view_.zoomed(std::pow(map_zoom, event->angleDelta().y() / 120.0), event->position()));
}

void PointMap::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
    gesture_.press(event->position(), event->button() == Qt::MiddleButton);
    updateCursor();
}

void PointMap::mouseMoveEvent(QMouseEvent* event) {
    const MapGesture::Kind before = gesture_.kind();
    if (before == MapGesture::Kind::none)
        return hover(pointAt(event->position()), event->globalPosition().toPoint());
    const QPointF way = gesture_.go(event->position(), tool_, event->modifiers() & Qt::ShiftModifier);
    if (gesture_.kind() != before) updateCursor();
    if (gesture_.kind() == MapGesture::Kind::moving) {
        following_ = false;
        setView(view_.moved(way));
    }
    if (gesture_.kind() == MapGesture::Kind::area) update();
}

void PointMap::mouseReleaseEvent(QMouseEvent* event) {
    const MapGesture::Kind ended = gesture_.release();
    updateCursor();
    if (ended == MapGesture::Kind::area) return finishArea(event->modifiers());
    if (ended == MapGesture::Kind::undecided)
        emit pointClicked(pointAt(event->position()), event->modifiers());
}

void PointMap::finishArea(Qt::KeyboardModifiers keys) {
    QPolygonF place;
    for (const QPointF& pixel : gesture_.takeArea()) {
        const MapPoint corner = view_.to_map(pixel);
        place << QPointF(corner.x, corner.y);
    }
    update();
    if (place.size() > 2)
        emit areaChosen(grid().inside(scene_.points, place, [this](int point) { return isShown(point); }),
                        keys);
}

void PointMap::hover(int point, const QPoint& global) {
    if (std::exchange(scene_.hovered, point) == point) return;
    update();
    emit pointHovered(point, global);
}

void PointMap::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && pointAt(event->position()) < 0) fit();
}

void PointMap::leaveEvent(QEvent*) {
    hover(-1, {});
}

void PointMap::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) redraw();
}

bool PointMap::event(QEvent* event) {
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            following_ = false;
            setView(view_.zoomed(1 + gesture->value(), gesture->position()));
            return true;
        }
    }
    return QWidget::event(event);
}

} // namespace kinelens::viz
