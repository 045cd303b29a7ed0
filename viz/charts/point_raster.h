// Draws very many points into a picture: every mark is painted once into a small sprite, then copied to each
// point. A hundred thousand points take some milliseconds on one core.
#pragma once

#include "viz/charts/map_view.h"
#include "viz/charts/point_marks.h"

#include <QImage>

namespace kinelens::viz {

struct Sprite {
    int size = 0;             // pixels, odd: its middle lies on the point
    std::vector<QRgb> pixels; // premultiplied
};

// A mark of `radius` pixels with a thin rim of `ground`, so that neighbours stay apart.
Sprite mark_sprite(Mark mark, Colour colour, Colour ground, double radius);

inline constexpr std::uint16_t no_sprite = 0xFFFF;

// `view` is in the picture's pixels; points with no_sprite and those outside are passed over. `order`: later
// ones lie on top. The picture's format is ARGB32_Premultiplied or RGB32.
void draw_points(QImage& picture, const MapView& view, std::span<const MapPoint> points,
                 std::span<const int> order, std::span<const std::uint16_t> sprite_of,
                 std::span<const Sprite> sprites);

// An order of N points in which neighbours by number lie far apart, so that no group covers the others only
// because it comes last. The same for the same N.
std::vector<int> mixed_order(std::size_t points);

} // namespace kinelens::viz
