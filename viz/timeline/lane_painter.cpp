#include "viz/timeline/lane_painter.h"

#include "viz/palette/class_numbers.h"
#include "viz/palette/fitting_name.h"
#include "viz/palette/qt_theme.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

namespace kinelens::viz {
namespace {

constexpr double narrowest_name = 26;
constexpr double lighter = 0.24; // share of the class's colour inside a prediction

struct Look {
    Colour ground;
    Colour edge;
    Colour text;
};

Look look_of(const TimelineLane& lane, int label, const Palette& colours) {
    const Colour own = label_colour(label, colours.theme);
    if (lane.truth) return {own, mix(own, colours.text, 0.25), legible_on(own)};
    const Colour ground = mix(colours.base, own, lighter);
    return {ground, own, colours.text};
}

// Pixels in line, as plain rectangles: a pen's outline costs a hundred times as much.
void frame(QPainter& painter, const QRectF& box, const QColor& colour) {
    const double left = std::round(box.left()), right = std::round(box.right());
    const double top = std::round(box.top()), bottom = std::round(box.bottom());
    painter.fillRect(QRectF(left, top, right - left, 1), colour);
    painter.fillRect(QRectF(left, bottom - 1, right - left, 1), colour);
    painter.fillRect(QRectF(left, top, 1, bottom - top), colour);
    painter.fillRect(QRectF(right - 1, top, 1, bottom - top), colour);
}

void write_name(QPainter& painter, const LaneItem& item, const QRectF& box, const Look& look,
                const std::vector<std::string>& names) {
    const QFontMetrics words = painter.fontMetrics();
    if (box.width() < narrowest_name || box.height() < words.ascent()) return;
    const auto label = static_cast<std::size_t>(item.label);
    const QString name = label < names.size() ? QString::fromStdString(names[label]) : QStringLiteral("–");
    const QString text = fitting_name(name, words, box.width() - 8);
    if (item.faulty) // letters stay readable on the hatch
        painter.fillRect(QRectF(box.left() + 2, box.center().y() - words.height() / 2.0 + 1,
                                words.horizontalAdvance(text) + 4.0, words.height() - 2.0),
                         to_qcolor(look.ground));
    painter.setPen(to_qcolor(look.text));
    painter.drawText(box.adjusted(4, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
}

void draw_item(QPainter& painter, const TimelineLane& lane, const LaneItem& item, const QRectF& box,
               const std::vector<std::string>& names, const Palette& colours) {
    const Look look = look_of(lane, item.label, colours);
    if (box.width() <= 3) return painter.fillRect(box, to_qcolor(look.edge));
    painter.fillRect(box, to_qcolor(look.ground));
    if (item.faulty && box.width() > 4)
        painter.fillRect(box, QBrush(to_qcolor(lane.truth ? look.text : look.edge, 130), Qt::BDiagPattern));
    frame(painter, box, to_qcolor(look.edge));
    write_name(painter, item, box, look, names);
}

} // namespace

QRectF LanePlace::boxOf(const LaneItem& item) const {
    const double left = std::max(xOf(static_cast<double>(item.start)), box.left() - 8);
    const double right = std::min(xOf(static_cast<double>(item.end)), box.right() + 8);
    const double gap = right - left > 4 ? 1 : 0; // neighbours do not melt together
    return {left, box.top() + item.row * rowHeight(), std::max(1.0, right - left - gap),
            std::max(1.0, rowHeight() - (rowHeight() > 8 ? 2 : 1))};
}

void draw_lane(QPainter& painter, const TimelineLane& lane, const LanePlace& place,
               const std::vector<std::string>& names, const Palette& colours) {
    painter.save();
    painter.setClipRect(place.box);
    std::array<double, most_lane_rows> painted; // up to which x a row holds something already
    painted.fill(-1);
    for (const LaneItem& item : lane.between(place.first, place.first + place.span)) {
        if (static_cast<double>(item.end) <= place.first) continue;
        const QRectF box = place.boxOf(item);
        double& until = painted[static_cast<std::size_t>(item.row)];
        if (box.right() <= until) continue; // this pixel column shows another one
        until = std::ceil(box.left() + 1);
        draw_item(painter, lane, item, box, names, colours);
    }
    painter.restore();
}

Colour overlap_colour(double overlap, const Palette& colours) {
    const double share = std::clamp(overlap, 0.0, 1.0);
    return share < 0.5 ? mix(colours.error, colours.warning, 2 * share)
                       : mix(colours.warning, colours.success, 2 * share - 1);
}

} // namespace kinelens::viz
