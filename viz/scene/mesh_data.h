// Our own arrays as VTK's. Only for the scene's .cpp files.
#pragma once

#include "viz/scene/body_figure.h"

#include <vtkPolyData.h>

namespace kinelens::viz {

void fill(vtkPolyData& data, const TriangleMesh& mesh);

// Polylines with a colour and an opacity a point.
struct LineSet {
    std::vector<Point> points;
    std::vector<std::array<std::uint8_t, 4>> colours;
    std::vector<std::int64_t> lengths; // points of each polyline, one after the other
};
void fill(vtkPolyData& data, const LineSet& lines);

// Squares of half a metre on the floor around `centre`, fading out with the distance.
LineSet floor_grid(Point centre, float floor, Colour colour);

// The way the ends of the limbs took in the last `count` frames before and at `frame`.
LineSet trails(const Motion& motion, std::int64_t frame, std::int64_t count, const SkeletonLayout& layout,
               const std::string& up, const Palette& palette);

} // namespace kinelens::viz
