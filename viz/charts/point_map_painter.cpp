#include "viz/charts/point_map_painter.h"

#include "viz/charts/map_figure.h"
#include "viz/palette/qt_theme.h"

#include <QPainter>
#include <QWidget>
#include <algorithm>
#include <array>
#include <cmath>

namespace kinelens::viz {
namespace {

// How far each level is mixed into the ground: full, three of fainter trust, beside a selection.
constexpr std::array fading{0.0, 0.35, 0.6, 0.8, 0.78};
constexpr int levels = static_cast<int>(fading.size()), dimmed = levels - 1;
constexpr int most_labels = 128; // groups; of more the names would only hide the map

int level_of(float strength) {
    return std::clamp(static_cast<int>((1 - strength) * dimmed), 0, dimmed - 1);
}

QPolygonF line_through(const PointScene& scene, const MapView& view) {
    QPolygonF line;
    for (const int point : scene.path) line << view.to_screen(scene.at(point));
    return line;
}

} // namespace

PointMapPainter::PointMapPainter(const PointScene& scene, const QWidget& widget)
    : scene_(scene)
    , widget_(widget) {}

void PointMapPainter::forget() {
    image_ = {};
}

void PointMapPainter::reorder() {
    order_ = mixed_order(scene_.points.size());
    std::stable_partition(order_.begin(), order_.end(),
                          [this](int point) { return scene_.is_beside_selection(point); });
}

Palette PointMapPainter::colours() const {
    return palette_for(theme_of(widget_.palette()));
}

double PointMapPainter::radius(const MapView& view) const {
    const double count = std::max<double>(1, static_cast<double>(scene_.points.size()));
    const double usual = std::clamp(9.5 * std::pow(count, -0.15), 1.6, 4.5);
    const double closer = view.scale / scene_.whole(view.size).scale;
    return std::round(4 * usual * std::clamp(std::pow(closer, 0.3), 1.0, 3.0)) / 4;
}

int PointMapPainter::levelOf(int point) const {
    if (scene_.is_beside_selection(point)) return dimmed;
    return scene_.strength.empty() ? 0 : level_of(scene_.strength[static_cast<std::size_t>(point)]);
}

void PointMapPainter::chooseSprites(double radius) {
    const PointColouring& colouring = scene_.colouring;
    spriteOf_.resize(scene_.points.size());
    std::vector<bool> used(colouring.groups.size() * levels);
    for (std::size_t i = 0; i < spriteOf_.size(); ++i) {
        const int point = static_cast<int>(i);
        const auto sprite = static_cast<std::size_t>(colouring.group[i] * levels + levelOf(point));
        const bool shown = scene_.is_shown(point);
        spriteOf_[i] = shown ? static_cast<std::uint16_t>(sprite) : no_sprite;
        if (shown) used[sprite] = true;
    }
    const Palette palette = colours();
    sprites_.assign(used.size(), {});
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (!used[i]) continue;
        const PointGroup& group = colouring.groups[i / levels];
        const Colour full = group_colour(group, colouring.ramp, palette.theme);
        sprites_[i] =
            mark_sprite(group.mark, mix(full, palette.base, fading[i % levels]), palette.base, radius);
    }
}

void PointMapPainter::render(const MapView& view) {
    const double ratio = widget_.devicePixelRatioF();
    image_ = QImage((QSizeF(widget_.size()) * ratio).toSize(), QImage::Format_RGB32);
    image_.setDevicePixelRatio(ratio);
    image_.fill(to_qcolor(colours().base));
    chooseSprites(radius(view) * ratio);
    MapView pixels = view;
    pixels.size = view.size * ratio;
    pixels.scale = view.scale * ratio;
    draw_points(image_, pixels, scene_.points, order_, spriteOf_, sprites_);
    if (!scene_.labelled) return;
    QPainter painter(&image_);
    painter.setFont(widget_.font());
    drawLabels(painter, view);
}

std::vector<PointLabel> PointMapPainter::labels(const MapView& view) const {
    const PointColouring& colouring = scene_.colouring;
    const auto groups = static_cast<int>(colouring.groups.size());
    if (colouring.ramp || groups < 2 || groups > most_labels) return {};
    std::vector<std::int32_t> shown = colouring.group;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const int point = static_cast<int>(i);
        if (!scene_.is_shown(point) || scene_.is_beside_selection(point)) shown[i] = -1;
    }
    auto places = label_places(scene_.points, shown, groups, view);
    std::vector<QString> names;
    for (const PointGroup& group : colouring.groups) names.push_back(QString::fromStdString(group.name));
    spread_labels(places, names, QFontMetricsF(widget_.font()), view.size);
    return places;
}

void PointMapPainter::drawLabels(QPainter& painter, const MapView& view) const {
    const Palette palette = colours();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const PointLabel& label : labels(view)) {
        const PointGroup& group = scene_.colouring.groups[static_cast<std::size_t>(label.group)];
        const double height = label.box.height();
        painter.setPen(Qt::NoPen);
        painter.setBrush(to_qcolor(palette.base, 205));
        painter.drawRoundedRect(label.box.adjusted(-3, 0, 3, 0), 3, 3);
        painter.save();
        painter.translate(label.box.left() + height * 0.38, label.box.center().y());
        painter.fillPath(mark_path(group.mark, height * 0.24),
                         to_qcolor(group_colour(group, scene_.colouring.ramp, palette.theme)));
        painter.restore();
        painter.setPen(to_qcolor(palette.text));
        painter.drawText(label.box.adjusted(height * 0.85, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         QString::fromStdString(group.name));
    }
}

void PointMapPainter::drawRing(QPainter& painter, const MapView& view, int point, Colour colour,
                               double width) const {
    const QPointF place = view.to_screen(scene_.at(point));
    const double r = radius(view) + 3;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(to_qcolor(colours().base, 200), width + 2));
    painter.drawEllipse(place, r, r);
    painter.setPen(QPen(to_qcolor(colour), width));
    painter.drawEllipse(place, r, r);
}

void PointMapPainter::drawLinks(QPainter& painter, const MapView& view) const {
    if (scene_.current < 0) return;
    const Palette palette = colours();
    const QPointF from = view.to_screen(scene_.at(scene_.current));
    painter.setPen(QPen(to_qcolor(palette.text, 150), 1));
    for (const int point : scene_.links) painter.drawLine(from, view.to_screen(scene_.at(point)));
    for (const int point : scene_.links) drawRing(painter, view, point, palette.text, 1);
}

void PointMapPainter::drawPath(QPainter& painter, const MapView& view) const {
    const QPolygonF line = line_through(scene_, view);
    if (line.isEmpty()) return;
    const Palette palette = colours();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(to_qcolor(palette.base, 190), 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setPen(QPen(to_qcolor(palette.accent), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    const double at = std::clamp(scene_.path_at, 0.0, static_cast<double>(line.size() - 1));
    const auto before = static_cast<qsizetype>(at);
    const QPointF to = line[std::min(before + 1, line.size() - 1)];
    const QPointF place = line[before] + (to - line[before]) * (at - static_cast<double>(before));
    painter.setBrush(to_qcolor(palette.accent));
    painter.setPen(QPen(to_qcolor(palette.base), 2));
    painter.drawEllipse(place, 7, 7);
}

void PointMapPainter::paint(QPainter& painter, const MapView& view, const QPolygonF& area) {
    const Palette palette = colours();
    if (image_.isNull() || image_.devicePixelRatio() != widget_.devicePixelRatioF()) render(view);
    painter.drawImage(0, 0, image_);
    painter.setRenderHint(QPainter::Antialiasing);
    drawPath(painter, view);
    drawLinks(painter, view);
    if (scene_.current >= 0) drawRing(painter, view, scene_.current, palette.accent, 2.5);
    const int hovered = scene_.hovered;
    if (hovered >= 0 && hovered < static_cast<int>(scene_.points.size()) && hovered != scene_.current)
        drawRing(painter, view, hovered, palette.focus, 1.5);
    if (area.size() < 2) return;
    painter.setBrush(to_qcolor(palette.accent, 36));
    painter.setPen(QPen(to_qcolor(palette.accent), 1.5, Qt::DashLine));
    painter.drawPolygon(area);
}

MapFigure PointMapPainter::figure(const MapView& view) const {
    const Palette palette = colours();
    const PointColouring& colouring = scene_.colouring;
    MapFigure figure;
    figure.size = view.size;
    figure.ground = palette.base;
    figure.text = palette.text;
    figure.line = palette.accent;
    figure.radius = radius(view);
    for (const PointGroup& group : colouring.groups)
        for (int level = 0; level < levels; ++level) {
            const Colour full = group_colour(group, colouring.ramp, palette.theme);
            figure.styles.push_back({group.mark,
                                     mix(full, palette.base, fading[static_cast<std::size_t>(level)]),
                                     level == 0 ? QString::fromStdString(group.name) : QString()});
        }
    const QRectF seen(QPointF(0, 0), figure.size);
    std::vector<bool> present(colouring.groups.size());
    for (const int point : order_) {
        const QPointF place = view.to_screen(scene_.at(point));
        if (!scene_.is_shown(point) || !seen.contains(place)) continue;
        const int group = colouring.group[static_cast<std::size_t>(point)];
        figure.dots.push_back({place, group * levels + levelOf(point)});
        present[static_cast<std::size_t>(group)] = true;
    }
    for (std::size_t i = 0; i < present.size(); ++i)
        if (!present[i]) figure.styles[i * levels].name.clear(); // nothing to explain
    if (scene_.labelled)
        for (const PointLabel& label : labels(view))
            figure.labels.push_back(
                {QString::fromStdString(colouring.groups[static_cast<std::size_t>(label.group)].name),
                 label.box});
    if (const QPolygonF path = line_through(scene_, view); !path.isEmpty()) figure.lines.push_back(path);
    return figure;
}

} // namespace kinelens::viz
