#include "viz/charts/point_grid.h"

#include <algorithm>
#include <cmath>

namespace kinelens::viz {
namespace {

constexpr double points_a_cell = 4;
constexpr int most_cells_across = 1024;

bool finite(MapPoint point) {
    return std::isfinite(point.x) && std::isfinite(point.y);
}

} // namespace

PointGrid::PointGrid(std::span<const MapPoint> points)
    : bounds_(bounds_of(points)) {
    const double longest = std::max({bounds_.width(), bounds_.height(), 1e-9});
    const double across = std::sqrt(static_cast<double>(points.size()) / points_a_cell);
    cell_ = longest / std::clamp(across, 1.0, static_cast<double>(most_cells_across));
    columns_ = static_cast<int>(bounds_.width() / cell_) + 1;
    rows_ = static_cast<int>(bounds_.height() / cell_) + 1;
    first_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_) + 1, 0);
    const auto cell_of = [&](MapPoint point) {
        return static_cast<std::size_t>(row(point.y)) * static_cast<std::size_t>(columns_) +
               static_cast<std::size_t>(column(point.x));
    };
    for (const MapPoint& point : points)
        if (finite(point)) ++first_[cell_of(point) + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    items_.resize(static_cast<std::size_t>(first_.back()));
    std::vector<int> next = first_;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (finite(points[i]))
            items_[static_cast<std::size_t>(next[cell_of(points[i])]++)] = static_cast<int>(i);
}

int PointGrid::column(double x) const {
    return static_cast<int>(std::clamp((x - bounds_.left()) / cell_, 0.0, static_cast<double>(columns_ - 1)));
}

int PointGrid::row(double y) const {
    return static_cast<int>(std::clamp((y - bounds_.top()) / cell_, 0.0, static_cast<double>(rows_ - 1)));
}

void PointGrid::visit(QRectF box, const std::function<void(int point)>& act) const {
    if (items_.empty()) return;
    for (int y = row(box.top()); y <= row(box.bottom()); ++y)
        for (int x = column(box.left()); x <= column(box.right()); ++x) {
            const auto cell = static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) +
                              static_cast<std::size_t>(x);
            for (int i = first_[cell]; i < first_[cell + 1]; ++i) act(items_[static_cast<std::size_t>(i)]);
        }
}

int PointGrid::nearest(std::span<const MapPoint> points, MapPoint place, double reach,
                       const Accept& accept) const {
    int found = -1;
    double best = reach * reach;
    visit(QRectF(place.x - reach, place.y - reach, 2 * reach, 2 * reach), [&](int i) {
        const MapPoint point = points[static_cast<std::size_t>(i)];
        const double x = point.x - place.x, y = point.y - place.y, distance = x * x + y * y;
        const bool nearer = distance < best || (distance == best && (found < 0 || i < found));
        if (!nearer || !accept(i)) return;
        best = distance;
        found = i;
    });
    return found;
}

std::vector<int> PointGrid::inside(std::span<const MapPoint> points, const QPolygonF& polygon,
                                   const Accept& accept) const {
    std::vector<int> found;
    const QRectF box = polygon.boundingRect();
    visit(box, [&](int i) {
        const MapPoint point = points[static_cast<std::size_t>(i)];
        const QPointF place(point.x, point.y);
        const bool near = place.x() >= box.left() && place.x() <= box.right() && place.y() >= box.top() &&
                          place.y() <= box.bottom();
        if (near && accept(i) && polygon.containsPoint(place, Qt::OddEvenFill)) found.push_back(i);
    });
    std::ranges::sort(found);
    return found;
}

} // namespace kinelens::viz
