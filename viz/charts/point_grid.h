// PointGrid: which points lie where: the points sorted into square cells, so that finding those near a place
// does not look at all of them.
#pragma once

#include "viz/charts/map_view.h"

#include <QPolygonF>
#include <functional>
#include <vector>

namespace kinelens::viz {

class PointGrid {
public:
    PointGrid() = default;
    // Keeps no points: the same ones go with every question. Points that are not finite are in no cell.
    explicit PointGrid(std::span<const MapPoint> points);

    using Accept = std::function<bool(int point)>;

    // The nearest accepted point at most `reach` away, the lowest of equals; -1: none.
    int nearest(std::span<const MapPoint> points, MapPoint place, double reach, const Accept& accept) const;

    // Accepted points inside, ascending. The polygon is closed by itself and follows the odd-even rule.
    std::vector<int> inside(std::span<const MapPoint> points, const QPolygonF& polygon,
                            const Accept& accept) const;

private:
    void visit(QRectF box, const std::function<void(int point)>& act) const;
    int column(double x) const;
    int row(double y) const;

    QRectF bounds_;
    double cell_ = 1;
    int columns_ = 0, rows_ = 0;
    std::vector<int> first_; // of each cell in items_, and one more
    std::vector<int> items_;
};

} // namespace kinelens::viz
