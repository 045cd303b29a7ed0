#include "viz/charts/point_scene.h"

#include <cmath>
#include <limits>

namespace kinelens::viz {
namespace {

constexpr double whole_margin = 28; // pixels

} // namespace

void PointScene::begin(std::vector<MapPoint> others) {
    const bool names = labelled;
    *this = {};
    labelled = names;
    place(std::move(others));
    colouring = {{numbered_group({}, 0)}, std::vector<std::int32_t>(points.size(), 0), false};
}

void PointScene::place(std::vector<MapPoint> same) {
    points = std::move(same);
    bounds = bounds_of(points);
}

bool PointScene::is_shown(int point) const {
    const auto group = static_cast<std::size_t>(colouring.group[static_cast<std::size_t>(point)]);
    return group >= hidden.size() || !hidden[group];
}

bool PointScene::is_beside_selection(int point) const {
    return !selected.empty() && !selected[static_cast<std::size_t>(point)];
}

MapView PointScene::whole(QSizeF size) const {
    return fitted(bounds, size, whole_margin);
}

// Nearest in a cone of 45° to each side, distance across counted double.
int PointScene::next_towards(QPointF direction, const MapView& view) const {
    const bool from_point = current >= 0;
    const QPointF start =
        from_point ? view.to_screen(at(current)) : QPointF(view.size.width() / 2.0, view.size.height() / 2.0);
    int found = -1;
    double best = std::numeric_limits<double>::max();
    for (int point = 0; point < static_cast<int>(points.size()); ++point) {
        if (point == current || !is_shown(point)) continue;
        const QPointF arm = view.to_screen(at(point)) - start;
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

} // namespace kinelens::viz
