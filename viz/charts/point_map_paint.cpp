#include "viz/charts/map_figure.h"
#include "viz/charts/point_map.h"
#include "viz/palette/qt_theme.h"

#include <QPainter>
#include <algorithm>
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

} // namespace

double PointMap::radius() const {
    const double count = std::max<double>(1, static_cast<double>(points_.size()));
    const double usual = std::clamp(9.5 * std::pow(count, -0.15), 1.6, 4.5);
    const double closer = view_.scale / wholeView().scale;
    return std::round(4 * usual * std::clamp(std::pow(closer, 0.3), 1.0, 3.0)) / 4;
}

// Those selected lie on top.
void PointMap::orderPoints() {
    order_ = mixed_order(points_.size());
    if (!selected_.empty())
        std::stable_partition(order_.begin(), order_.end(),
                              [this](int i) { return !selected_[static_cast<std::size_t>(i)]; });
}

void PointMap::chooseSprites() {
    const Palette colours = palette_for(theme_of(palette()));
    spriteOf_.resize(points_.size());
    std::vector<bool> used(colouring_.groups.size() * levels);
    for (std::size_t i = 0; i < points_.size(); ++i) {
        int level = strength_.empty() ? 0 : level_of(strength_[i]);
        if (!selected_.empty() && !selected_[i]) level = dimmed;
        const auto sprite = static_cast<std::size_t>(colouring_.group[i] * levels + level);
        const bool shown = isShown(static_cast<int>(i));
        spriteOf_[i] = shown ? static_cast<std::uint16_t>(sprite) : no_sprite;
        if (shown) used[sprite] = true;
    }
    const double pixels = radius() * devicePixelRatioF();
    sprites_.assign(used.size(), {});
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (!used[i]) continue;
        const PointGroup& group = colouring_.groups[i / levels];
        const Colour full = group_colour(group, colouring_.ramp, colours.theme);
        sprites_[i] =
            mark_sprite(group.mark, mix(full, colours.base, fading[i % levels]), colours.base, pixels);
    }
}

void PointMap::render() {
    const double ratio = devicePixelRatioF();
    image_ = QImage((QSizeF(size()) * ratio).toSize(), QImage::Format_RGB32);
    image_.setDevicePixelRatio(ratio);
    image_.fill(to_qcolor(palette_for(theme_of(palette())).base));
    chooseSprites();
    MapView pixels = view_;
    pixels.size = view_.size * ratio;
    pixels.scale = view_.scale * ratio;
    draw_points(image_, pixels, points_, order_, spriteOf_, sprites_);
    if (!labelled_) return;
    QPainter painter(&image_);
    painter.setFont(font());
    drawLabels(painter);
}

std::vector<PointLabel> PointMap::labels() const {
    const auto groups = static_cast<int>(colouring_.groups.size());
    if (colouring_.ramp || groups < 2 || groups > most_labels) return {};
    std::vector<std::int32_t> shown = colouring_.group;
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (!isShown(static_cast<int>(i)) || (!selected_.empty() && !selected_[i])) shown[i] = -1;
    auto places = label_places(points_, shown, groups, view_);
    std::vector<QString> names;
    for (const PointGroup& group : colouring_.groups) names.push_back(QString::fromStdString(group.name));
    spread_labels(places, names, QFontMetricsF(font()), view_.size);
    return places;
}

void PointMap::drawLabels(QPainter& painter) const {
    const Palette colours = palette_for(theme_of(palette()));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const PointLabel& label : labels()) {
        const PointGroup& group = colouring_.groups[static_cast<std::size_t>(label.group)];
        const double height = label.box.height();
        painter.setPen(Qt::NoPen);
        painter.setBrush(to_qcolor(colours.base, 205));
        painter.drawRoundedRect(label.box.adjusted(-3, 0, 3, 0), 3, 3);
        painter.save();
        painter.translate(label.box.left() + height * 0.38, label.box.center().y());
        painter.fillPath(mark_path(group.mark, height * 0.24),
                         to_qcolor(group_colour(group, colouring_.ramp, colours.theme)));
        painter.restore();
        painter.setPen(to_qcolor(colours.text));
        painter.drawText(label.box.adjusted(height * 0.85, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         QString::fromStdString(group.name));
    }
}

void PointMap::drawRing(QPainter& painter, int point, Colour colour, double width) const {
    const QPointF place = view_.to_screen(points_[static_cast<std::size_t>(point)]);
    const double r = radius() + 3;
    const Palette colours = palette_for(theme_of(palette()));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(to_qcolor(colours.base, 200), width + 2));
    painter.drawEllipse(place, r, r);
    painter.setPen(QPen(to_qcolor(colour), width));
    painter.drawEllipse(place, r, r);
}

void PointMap::drawLinks(QPainter& painter, const Palette& colours) const {
    if (current_ < 0) return;
    const QPointF from = view_.to_screen(points_[static_cast<std::size_t>(current_)]);
    painter.setPen(QPen(to_qcolor(colours.text, 150), 1));
    for (const int point : links_)
        painter.drawLine(from, view_.to_screen(points_[static_cast<std::size_t>(point)]));
    for (const int point : links_) drawRing(painter, point, colours.text, 1);
}

void PointMap::drawPath(QPainter& painter, const Palette& colours) const {
    if (path_.empty()) return;
    QPolygonF line;
    for (const int point : path_) line << view_.to_screen(points_[static_cast<std::size_t>(point)]);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(to_qcolor(colours.base, 190), 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setPen(QPen(to_qcolor(colours.accent), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    const double at = std::clamp(pathAt_, 0.0, static_cast<double>(line.size() - 1));
    const auto before = static_cast<qsizetype>(at);
    const QPointF to = line[std::min(before + 1, line.size() - 1)];
    const QPointF place = line[before] + (to - line[before]) * (at - static_cast<double>(before));
    painter.setBrush(to_qcolor(colours.accent));
    painter.setPen(QPen(to_qcolor(colours.base), 2));
    painter.drawEllipse(place, 7, 7);
}

void PointMap::drawArea(QPainter& painter, const Palette& colours) const {
    if (area_.size() < 2) return;
    painter.setBrush(to_qcolor(colours.accent, 36));
    painter.setPen(QPen(to_qcolor(colours.accent), 1.5, Qt::DashLine));
    painter.drawPolygon(area_);
}

void PointMap::paintEvent(QPaintEvent*) {
    const Palette colours = palette_for(theme_of(palette()));
    if (image_.isNull() || image_.devicePixelRatio() != devicePixelRatioF()) render();
    QPainter painter(this);
    painter.drawImage(0, 0, image_);
    painter.setRenderHint(QPainter::Antialiasing);
    drawPath(painter, colours);
    drawLinks(painter, colours);
    if (current_ >= 0) drawRing(painter, current_, colours.accent, 2.5);
    if (hovered_ >= 0 && hovered_ < static_cast<int>(points_.size()) && hovered_ != current_)
        drawRing(painter, hovered_, colours.focus, 1.5);
    drawArea(painter, colours);
    if (!hasFocus()) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(to_qcolor(colours.focus), 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

MapFigure PointMap::figure() const {
    const Palette colours = palette_for(theme_of(palette()));
    MapFigure figure;
    figure.size = view_.size;
    figure.ground = colours.base;
    figure.text = colours.text;
    figure.line = colours.accent;
    figure.radius = radius();
    const bool chosen = !selected_.empty();
    for (const PointGroup& group : colouring_.groups)
        for (int level = 0; level < levels; ++level) {
            const Colour full = group_colour(group, colouring_.ramp, colours.theme);
            figure.styles.push_back({group.mark,
                                     mix(full, colours.base, fading[static_cast<std::size_t>(level)]),
                                     level == 0 ? QString::fromStdString(group.name) : QString()});
        }
    const QRectF seen(QPointF(0, 0), figure.size);
    for (const int i : order_) {
        const auto index = static_cast<std::size_t>(i);
        const QPointF place = view_.to_screen(points_[index]);
        if (!isShown(i) || !seen.contains(place)) continue;
        int level = strength_.empty() ? 0 : level_of(strength_[index]);
        if (chosen && !selected_[index]) level = dimmed;
        figure.dots.push_back({place, colouring_.group[index] * levels + level});
    }
    std::vector<bool> present(colouring_.groups.size());
    for (const MapFigure::Dot& dot : figure.dots)
        present[static_cast<std::size_t>(dot.style / levels)] = true;
    for (std::size_t i = 0; i < present.size(); ++i)
        if (!present[i]) figure.styles[i * levels].name.clear(); // nothing to explain
    if (labelled_)
        for (const PointLabel& label : labels())
            figure.labels.push_back(
                {QString::fromStdString(colouring_.groups[static_cast<std::size_t>(label.group)].name),
                 label.box});
    QPolygonF path;
    for (const int point : path_) path << view_.to_screen(points_[static_cast<std::size_t>(point)]);
    if (!path.isEmpty()) figure.lines.push_back(path);
    return figure;
}

} // namespace kinelens::viz
