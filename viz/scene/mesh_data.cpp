#include "viz/scene/mesh_data.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkTypeInt64Array.h>
#include <vtkUnsignedCharArray.h>

namespace kinelens::viz {
namespace {

template <class Array, class Value>
vtkNew<Array> array_of(const std::vector<Value>& values, int components) {
    vtkNew<Array> array;
    array->SetNumberOfComponents(components);
    array->SetNumberOfTuples(static_cast<vtkIdType>(values.size() * sizeof(Value) / sizeof(values[0][0]) /
                                                    static_cast<std::size_t>(components)));
    if (!values.empty()) std::memcpy(array->GetVoidPointer(0), values.data(), values.size() * sizeof(Value));
    return array;
}

void set_points(vtkPolyData& data, const std::vector<Point>& points) {
    const auto array = array_of<vtkFloatArray>(points, 3);
    vtkNew<vtkPoints> list;
    list->SetData(array);
    data.SetPoints(list);
}

std::array<std::uint8_t, 4> with_alpha(Colour colour, double alpha) {
    return {colour.red, colour.green, colour.blue,
            static_cast<std::uint8_t>(255 * std::clamp(alpha, 0.0, 1.0))};
}

} // namespace

void fill(vtkPolyData& data, const TriangleMesh& mesh) {
    set_points(data, mesh.points);
    const auto normals = array_of<vtkFloatArray>(mesh.normals, 3);
    const auto colours = array_of<vtkUnsignedCharArray>(mesh.colours, 3);
    data.GetPointData()->SetNormals(normals);
    data.GetPointData()->SetScalars(colours);
    vtkNew<vtkTypeInt64Array> corners;
    corners->SetNumberOfValues(static_cast<vtkIdType>(mesh.corners.size()));
    std::copy(mesh.corners.begin(), mesh.corners.end(), corners->GetPointer(0));
    vtkNew<vtkCellArray> triangles;
    triangles->SetData(3, corners);
    data.SetPolys(triangles);
    data.Modified();
}

void fill(vtkPolyData& data, const LineSet& lines) {
    set_points(data, lines.points);
    const auto colours = array_of<vtkUnsignedCharArray>(lines.colours, 4);
    data.GetPointData()->SetScalars(colours);
    vtkNew<vtkCellArray> cells;
    vtkIdType next = 0;
    for (const std::int64_t length : lines.lengths) {
        cells->InsertNextCell(static_cast<int>(length));
        for (std::int64_t i = 0; i < length; ++i) cells->InsertCellPoint(next++);
    }
    data.SetLines(cells);
    data.Modified();
}

LineSet floor_grid(Point centre, float floor, Colour colour) {
    constexpr float step = 0.5f;
    constexpr int half = 12; // lines on each side
    LineSet lines;
    const float x0 = std::round(centre[0] / step) * step;
    const float z0 = std::round(centre[2] / step) * step;
    const float reach = half * step;
    auto point = [&](float x, float z) {
        const double share = std::hypot(x - x0, z - z0) / reach;
        lines.points.push_back({x, floor, z});
        lines.colours.push_back(with_alpha(colour, 0.55 * (1 - share) * (1 - 0.3 * share)));
    };
    for (int line = -half; line <= half; ++line)
        for (const bool along_x : {true, false}) {
            for (int i = -half; i <= half; ++i) {
                const float here = static_cast<float>(i) * step;
                const float there = static_cast<float>(line) * step;
                along_x ? point(x0 + here, z0 + there) : point(x0 + there, z0 + here);
            }
            lines.lengths.push_back(2 * half + 1);
        }
    return lines;
}

LineSet trails(const Motion& motion, std::int64_t frame, std::int64_t count, const SkeletonLayout& layout,
               const std::string& up, const Palette& palette) {
    LineSet lines;
    const int joints = std::min(motion.joints, layout.joint_count());
    for (int body = 0; body < motion.bodies; ++body)
        for (int joint = 0; joint < joints; ++joint) {
            const bool leaf =
                std::find(layout.parents.begin(), layout.parents.end(), joint) == layout.parents.end();
            if (!leaf) continue;
            const Colour colour = body_colour(palette, layout.side(joint), body);
            std::int64_t length = 0;
            for (std::int64_t at = std::max<std::int64_t>(0, frame - count); at <= frame; ++at) {
                if (!joint_seen(motion, at, body, joint)) { // a gap begins a new line
                    if (length > 0) lines.lengths.push_back(std::exchange(length, 0));
                    continue;
                }
                lines.points.push_back(to_scene(motion.joint(at, body, joint), up));
                const double age = static_cast<double>(frame - at) / static_cast<double>(count);
                lines.colours.push_back(with_alpha(colour, 0.9 * (1 - age)));
                ++length;
            }
            if (length > 0) lines.lengths.push_back(length);
        }
    return lines;
}

} // namespace kinelens::viz
