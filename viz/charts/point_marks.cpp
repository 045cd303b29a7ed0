#include "viz/charts/point_marks.h"

#include "viz/palette/class_colours.h"

#include <algorithm>
#include <array>

namespace kinelens::viz {

PointGroup numbered_group(std::string name, int index) {
    constexpr int shapes = mark_count - 1; // the cross is for what is not known
    if (index < 0) return {std::move(name), index, Mark::cross};
    const int shape = index + index / shapes + index / class_colour_count;
    return {std::move(name), index, static_cast<Mark>(shape % shapes)};
}

std::vector<PointGroup> ramp_groups() {
    std::vector<PointGroup> steps;
    for (int step = 0; step < ramp_steps; ++step) steps.push_back({{}, step, Mark::disc});
    return steps;
}

Colour ramp_colour(double share, Theme theme) {
    struct Stop {
        double share;
        OkLch colour;
    };
    const bool dark = theme == Theme::dark;
    const double low = dark ? 0.45 : 0.30, high = dark ? 0.90 : 0.78;
    const std::array<Stop, 4> stops{{{0, {low, 0.14, 300}},
                                     {0.35, {low + (high - low) * 0.35, 0.11, 245}},
                                     {0.7, {low + (high - low) * 0.7, 0.12, 170}},
                                     {1, {high, 0.15, 98}}}};
    const double at = std::clamp(share, 0.0, 1.0);
    std::size_t next = 1;
    while (next + 1 < stops.size() && stops[next].share < at) ++next;
    const Stop &from = stops[next - 1], &to = stops[next];
    return mix(from_oklch(from.colour), from_oklch(to.colour), (at - from.share) / (to.share - from.share));
}

Colour group_colour(const PointGroup& group, bool ramp, Theme theme) {
    if (!ramp || group.colour < 0) return class_colour(group.colour, theme);
    return ramp_colour(static_cast<double>(group.colour) / (ramp_steps - 1), theme);
}

QPainterPath mark_path(Mark mark, double radius) {
    QPainterPath path;
    const double r = radius;
    switch (mark) {
    case Mark::disc:
        path.addEllipse(QPointF(0, 0), r, r);
        break;
    case Mark::square:
        path.addRect(QRectF(-0.89 * r, -0.89 * r, 1.78 * r, 1.78 * r));
        break;
    case Mark::triangle:
        path.addPolygon(QPolygonF{{0, -1.4 * r}, {1.28 * r, 0.85 * r}, {-1.28 * r, 0.85 * r}});
        path.closeSubpath();
        break;
    case Mark::diamond:
        path.addPolygon(QPolygonF{{0, -1.3 * r}, {1.2 * r, 0}, {0, 1.3 * r}, {-1.2 * r, 0}});
        path.closeSubpath();
        break;
    case Mark::cross: {
        const double a = 1.15 * r, b = 0.38 * r;
        path.addPolygon(QPolygonF{{-b, -a},
                                  {b, -a},
                                  {b, -b},
                                  {a, -b},
                                  {a, b},
                                  {b, b},
                                  {b, a},
                                  {-b, a},
                                  {-b, b},
                                  {-a, b},
                                  {-a, -b},
                                  {-b, -b}});
        path.closeSubpath();
        break;
    }
    }
    return path;
}

} // namespace kinelens::viz
