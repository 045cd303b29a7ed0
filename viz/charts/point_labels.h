// Where the names of groups stand on a map: at the place where most of the group's visible points are.
#pragma once

#include "viz/charts/map_view.h"

#include <QFontMetricsF>
#include <QString>
#include <cstdint>
#include <vector>

namespace kinelens::viz {

struct PointLabel {
    int group = 0;
    int points = 0; // at the place
    QPointF place;  // pixels
    QRectF box;     // of the text and its mark
};

// One label a group that has visible points, the groups with most points there first. `group`: of each
// point, negative: not shown. Places keep still while the map is moved.
std::vector<PointLabel> label_places(std::span<const MapPoint> points, std::span<const std::int32_t> group,
                                     int groups, const MapView& view);

// Sets the boxes and takes away labels that would cover one before them or leave the picture.
void spread_labels(std::vector<PointLabel>& labels, const std::vector<QString>& names,
                   const QFontMetricsF& metrics, QSizeF picture);

} // namespace kinelens::viz
