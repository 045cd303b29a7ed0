// PointScene: what a point map shows, as values: its points, how they are coloured, and which of them are
// hidden, faint, selected, joined or under the pointer.
#pragma once

#include "viz/charts/map_view.h"
#include "viz/charts/point_marks.h"

namespace kinelens::viz {

struct PointScene {
    std::vector<MapPoint> points;
    QRectF bounds; // of all points
    PointColouring colouring;
    std::vector<bool> hidden;    // groups
    std::vector<float> strength; // 0 faint … 1 full, of each point; empty: all full
    std::vector<bool> selected;  // points; empty: none
    std::vector<int> links;      // joined with the current point
    std::vector<int> path;       // joined in this order
    double path_at = 0;          // where on it, in points
    int current = -1;            // -1: none
    int hovered = -1;
    bool labelled = true;

    // Another map: nothing of the one before is selected, hidden or joined.
    void begin(std::vector<MapPoint> others);
    void place(std::vector<MapPoint> same); // the same points elsewhere

    MapPoint at(int point) const { return points[static_cast<std::size_t>(point)]; }
    bool is_shown(int point) const; // its group is
    bool is_beside_selection(int point) const;
    MapView whole(QSizeF size) const; // all points, with a margin

    // From the current point (the middle without one) the next shown one in a direction; -1: none.
    int next_towards(QPointF direction, const MapView& view) const;
};

} // namespace kinelens::viz
