#include "viz/charts/point_raster.h"

#include "viz/palette/qt_theme.h"

#include <QPainter>
#include <cmath>
#include <numeric>

namespace kinelens::viz {
namespace {

// source + destination·(1 − source's alpha), two channels at a time.
inline QRgb over(QRgb source, QRgb destination) {
    const std::uint32_t rest = 255 - qAlpha(source);
    std::uint32_t red_blue = (destination & 0xFF00FF) * rest;
    red_blue = ((red_blue + ((red_blue >> 8) & 0xFF00FF) + 0x800080) >> 8) & 0xFF00FF;
    std::uint32_t alpha_green = ((destination >> 8) & 0xFF00FF) * rest;
    alpha_green = (alpha_green + ((alpha_green >> 8) & 0xFF00FF) + 0x800080) & 0xFF00FF00;
    return source + (red_blue | alpha_green);
}

struct Canvas {
    QRgb* pixels;
    int stride, width, height;

    void stamp(const Sprite& sprite, int left, int top) const {
        const int first_row = std::max(0, -top), last_row = std::min(sprite.size, height - top);
        const int first = std::max(0, -left), last = std::min(sprite.size, width - left);
        for (int row = first_row; row < last_row; ++row) {
            const QRgb* from = sprite.pixels.data() + static_cast<std::ptrdiff_t>(row) * sprite.size;
            QRgb* to = pixels + static_cast<std::ptrdiff_t>(top + row) * stride + left;
            for (int column = first; column < last; ++column) {
                const QRgb source = from[column];
                if (qAlpha(source) == 255)
                    to[column] = source;
                else if (source != 0)
                    to[column] = over(source, to[column]);
            }
        }
    }
};

} // namespace

Sprite mark_sprite(Mark mark, Colour colour, Colour ground, double radius) {
    const double rim = std::min(1.0, radius * 0.22);
    const int half = static_cast<int>(std::ceil(radius * 1.45 + rim));
    QImage image(2 * half + 1, 2 * half + 1, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(half + 0.5, half + 0.5);
    const QPainterPath path = mark_path(mark, radius);
    painter.strokePath(path, QPen(to_qcolor(ground, 150), 2 * rim));
    painter.fillPath(path, to_qcolor(colour));
    painter.end();
    Sprite sprite{image.width(), {}};
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        sprite.pixels.insert(sprite.pixels.end(), line, line + image.width());
    }
    return sprite;
}

void draw_points(QImage& picture, const MapView& view, std::span<const MapPoint> points,
                 std::span<const int> order, std::span<const std::uint16_t> sprite_of,
                 std::span<const Sprite> sprites) {
    const Canvas canvas{reinterpret_cast<QRgb*>(picture.bits()),
                        static_cast<int>(picture.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb))),
                        picture.width(), picture.height()};
    const auto scale = static_cast<float>(view.scale);
    const auto left = static_cast<float>(view.size.width() / 2 - view.centre.x() * view.scale);
    const auto top = static_cast<float>(view.size.height() / 2 + view.centre.y() * view.scale);
    for (const int i : order) {
        const auto index = static_cast<std::size_t>(i);
        const std::uint16_t number = sprite_of[index];
        if (number == no_sprite) continue;
        const Sprite& sprite = sprites[number];
        const float x = left + points[index].x * scale, y = top - points[index].y * scale;
        const auto reach = static_cast<float>(sprite.size);
        const bool seen = x > -reach && y > -reach && x < static_cast<float>(canvas.width) + reach &&
                          y < static_cast<float>(canvas.height) + reach; // false for what is not a number
        if (seen)
            canvas.stamp(sprite, static_cast<int>(std::floor(x)) - sprite.size / 2,
                         static_cast<int>(std::floor(y)) - sprite.size / 2);
    }
}

std::vector<int> mixed_order(std::size_t points) {
    std::vector<int> order(points);
    if (points == 0) return order;
    auto stride = static_cast<std::size_t>(static_cast<double>(points) * 0.6180339887) + 1;
    while (std::gcd(stride, points) != 1) ++stride;
    for (std::size_t i = 0, at = 0; i < points; ++i, at = (at + stride) % points)
        order[i] = static_cast<int>(at);
    return order;
}

} // namespace kinelens::viz
