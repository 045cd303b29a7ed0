#include "viz/charts/point_map.h"

#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <cmath>

namespace kinelens::viz {
namespace {

constexpr double map_zoom = 1.25;
constexpr double fit_margin = 28;
constexpr double deepest = 2000; // times the fitted scale
constexpr double reach_pixels = 9;
constexpr double drag_pixels = 4;
constexpr int glide_milliseconds = 250;

} // namespace

PointMap::PointMap(QWidget* parent)
    : QWidget(parent) {
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
    points_ = std::move(points);
    bounds_ = bounds_of(points_);
    colouring_ = {{numbered_group({}, 0)}, std::vector<std::int32_t>(points_.size(), 0), false};
    hidden_.clear();
    strength_.clear();
    selected_.clear();
    links_.clear();
    path_.clear();
    current_ = hovered_ = -1;
    orderPoints();
    grid_.reset();
    fit();
}

void PointMap::movePoints(std::vector<MapPoint> points) {
    if (points.size() != points_.size()) return setPoints(std::move(points));
    glide_.stop();
    place(std::move(points));
}

void PointMap::glideTo(std::vector<MapPoint> points) {
    if (points.size() != points_.size() || !isVisible()) return movePoints(std::move(points));
    glide_.stop();
    from_ = points_;
    to_ = std::move(points);
    glide_.start();
}

void PointMap::place(std::vector<MapPoint> points) {
    points_ = std::move(points);
    bounds_ = bounds_of(points_);
    grid_.reset();
    following_ ? fit() : redraw();
}

void PointMap::setColouring(PointColouring colouring) {
    if (colouring.group.size() != points_.size()) return;
    colouring_ = std::move(colouring);
    hidden_.clear();
    redraw();
}

void PointMap::setHidden(std::vector<bool> groups) {
    hidden_ = std::move(groups);
    redraw();
}

bool PointMap::isShown(int point) const {
    const auto group = static_cast<std::size_t>(colouring_.group[static_cast<std::size_t>(point)]);
    return group >= hidden_.size() || !hidden_[group];
}

void PointMap::setStrength(std::vector<float> strength) {
    if (!strength.empty() && strength.size() != points_.size()) return;
    strength_ = std::move(strength);
    redraw();
}

void PointMap::setSelected(const std::vector<int>& points) {
    selected_.assign(points.empty() ? 0 : points_.size(), false);
    for (const int point : points) selected_[static_cast<std::size_t>(point)] = true;
    orderPoints();
    redraw();
}

void PointMap::setCurrent(int point) {
    if (point == current_) return;
    current_ = point;
    links_.clear();
    update();
}

void PointMap::setLinks(std::vector<int> points) {
    links_ = std::move(points);
    update();
}

void PointMap::setPath(std::vector<int> points, double at) {
    path_ = std::move(points);
    pathAt_ = at;
    update();
}

void PointMap::setLabels(bool on) {
    labelled_ = on;
    redraw();
}

void PointMap::setTool(MapTool tool) {
    tool_ = tool;
    updateCursor();
}

void PointMap::updateCursor() {
    setCursor(drag_ == Drag::moving    ? Qt::ClosedHandCursor
              : tool_ == MapTool::move ? Qt::ArrowCursor
                                       : Qt::CrossCursor);
}

void PointMap::redraw() {
    image_ = {};
    update();
}

void PointMap::setView(const MapView& view) {
    const double fittedScale = wholeView().scale;
    view_ = view;
    view_.scale = std::clamp(view.scale, fittedScale / 10, fittedScale * deepest);
    redraw();
    emit viewChanged();
}

MapView PointMap::wholeView() const {
    return fitted(bounds_, size(), fit_margin);
}

void PointMap::fit() {
    following_ = true;
    setView(wholeView());
}

void PointMap::fitTo(const std::vector<int>& points) {
    std::vector<MapPoint> wanted;
    for (const int point : points) wanted.push_back(points_[static_cast<std::size_t>(point)]);
    if (wanted.empty()) return fit();
    following_ = false;
    setView(fitted(bounds_of(wanted), size(), 4 * fit_margin));
}

void PointMap::zoom(double factor) {
    following_ = false;
    setView(view_.zoomed(factor, QPointF(width() / 2.0, height() / 2.0)));
}

const PointGrid& PointMap::grid() {
    if (!grid_) grid_.emplace(points_);
    return *grid_;
}

int PointMap::pointAt(QPointF pixel) {
    return grid().nearest(points_, view_.to_map(pixel), std::max(reach_pixels, radius()) / view_.scale,
                          [this](int point) { return isShown(point); });
}

// Nearest in a cone of 45° to each side, distance across counted double.
int PointMap::neighbourTowards(QPointF direction) const {
    const bool from_point = current_ >= 0;
    const QPointF start = from_point ? view_.to_screen(points_[static_cast<std::size_t>(current_)])
                                     : QPointF(width() / 2.0, height() / 2.0);
    int found = -1;
    double best = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < points_.size(); ++i) {
        const int point = static_cast<int>(i);
        if (point == current_ || !isShown(point)) continue;
        const QPointF arm = view_.to_screen(points_[i]) - start;
        const double along = QPointF::dotProduct(arm, direction);
        const double across = std::abs(arm.x() * direction.y() - arm.y() * direction.x());
        if (from_point && (along <= 0 || across > along)) continue;
        const double far = from_point ? along + across : std::abs(along) + across;
        if (far < best) {
            best = far;
            found = point;
        }
    }
    return found;
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
    pressed_ = last_ = event->position();
    area_.clear();
    drag_ = event->button() == Qt::MiddleButton ? Drag::moving : Drag::undecided;
    updateCursor();
}

void PointMap::mouseMoveEvent(QMouseEvent* event) {
    const QPointF place = event->position();
    if (drag_ == Drag::none) {
        const int point = pointAt(place);
        if (std::exchange(hovered_, point) == point) return;
        update();
        emit pointHovered(point, event->globalPosition().toPoint());
        return;
    }
    if (drag_ == Drag::undecided && (place - pressed_).manhattanLength() >= drag_pixels) {
        const bool moves = tool_ == MapTool::move && !(event->modifiers() & Qt::ShiftModifier);
        drag_ = moves ? Drag::moving : Drag::area;
        area_ << pressed_;
        updateCursor();
    }
    if (drag_ == Drag::moving) {
        following_ = false;
        setView(view_.moved(place - last_));
    }
    if (drag_ == Drag::area) {
        if (tool_ == MapTool::box)
            area_ = QPolygonF(QRectF(pressed_, place).normalized());
        else
            area_ << place;
        update();
    }
    last_ = place;
}

void PointMap::mouseReleaseEvent(QMouseEvent* event) {
    const Drag ended = std::exchange(drag_, Drag::none);
    updateCursor();
    if (ended == Drag::area) return finishArea(event->modifiers());
    if (ended == Drag::undecided) emit pointClicked(pointAt(event->position()), event->modifiers());
}

void PointMap::finishArea(Qt::KeyboardModifiers keys) {
    QPolygonF place;
    for (const QPointF& pixel : std::exchange(area_, {})) {
        const MapPoint corner = view_.to_map(pixel);
        place << QPointF(corner.x, corner.y);
    }
    update();
    if (place.size() > 2)
        emit areaChosen(grid().inside(points_, place, [this](int point) { return isShown(point); }), keys);
}

void PointMap::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && pointAt(event->position()) < 0) fit();
}

void PointMap::leaveEvent(QEvent*) {
    if (std::exchange(hovered_, -1) < 0) return;
    update();
    emit pointHovered(-1, {});
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
