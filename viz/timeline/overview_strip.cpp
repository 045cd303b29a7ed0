#include "viz/timeline/overview_strip.h"

#include "viz/palette/class_colours.h"
#include "viz/palette/qt_theme.h"
#include "viz/timeline/lane_painter.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

namespace kinelens::viz {
namespace {
constexpr double line_height = 9;
constexpr double mark_height = 5;
} // namespace

OverviewStrip::OverviewStrip(TimeRange& range, QWidget* parent)
    : TimeStrip(range, tr("Whole recording"), parent, false) {
    setFixedHeight(static_cast<int>(2 * line_height + mark_height) + 9);
    setToolTip(tr("The whole recording; drag to move what the timeline shows"));
}

void OverviewStrip::setLanes(const std::vector<TimelineLane>& lanes) {
    lanes_.assign(lanes.begin(), lanes.begin() + std::min<std::ptrdiff_t>(2, std::ssize(lanes)));
    for (TimelineLane& lane : lanes_) {
        for (LaneItem& item : lane.items) item.row = 0;
        lane.rows = 1;
    }
    invalidate();
}

double OverviewStrip::wholeX(double frame) const {
    return stage().left() + frame * stage().width() / std::max(1.0, static_cast<double>(range().frames()));
}

double OverviewStrip::wholeFrame(double x) const {
    return (x - stage().left()) * static_cast<double>(range().frames()) / stage().width();
}

void OverviewStrip::paintContent(QPainter& painter) {
    const Palette palette = colours();
    const auto all = std::max(1.0, static_cast<double>(range().frames()));
    painter.fillRect(QRectF(0, 0, stage().left() - 1, height()), to_qcolor(palette.panel));
    painter.fillRect(QRectF(stage().left() - 1, 0, 1, height()), to_qcolor(palette.border));
    painter.setPen(to_qcolor(palette.muted_text));
    painter.drawText(QRectF(8, 0, stage().left() - 16, height()), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Whole recording"));
    painter.setClipRect(stage());
    double top = 3;
    for (const TimelineLane& lane : lanes_) {
        draw_lane(painter, lane, {QRectF(stage().left(), top, stage().width(), line_height), 0, all, 1}, {},
                  palette);
        top += line_height;
    }
    double last = -1;
    for (const TimelineLane& lane : lanes_)
        for (const LaneItem& item : lane.items) {
            const double x = std::floor(wholeX(static_cast<double>(item.start)));
            if (!item.faulty || x == last) continue;
            painter.fillRect(QRectF(x, 3 + 2 * line_height + 1, 2, mark_height), to_qcolor(palette.error));
            last = x;
        }
    painter.fillRect(QRectF(0, height() - 1, width(), 1), to_qcolor(palette.border));
}

void OverviewStrip::paintOver(QPainter& painter) {
    const Palette palette = colours();
    if (range().frames() == 0) return;
    const double from = wholeX(range().first()), to = wholeX(range().last());
    painter.fillRect(QRectF(stage().left(), 0, from - stage().left(), height() - 1),
                     to_qcolor(palette.window, 150));
    painter.fillRect(QRectF(to, 0, stage().right() - to, height() - 1), to_qcolor(palette.window, 150));
    painter.setPen(QPen(to_qcolor(palette.axis), 1));
    painter.drawRect(QRectF(from, 0.5, std::max(3.0, to - from - 1), height() - 2));
}

// By the time of the whole, not by that of the part that the other strips show.
void OverviewStrip::paintCursor(QPainter& painter) const {
    if (range().frames() == 0) return;
    painter.fillRect(QRectF(wholeX(static_cast<double>(range().cursor()) + 0.5) - 0.75, 0, 1.5, height()),
                     to_qcolor(colours().accent));
}

void OverviewStrip::centre(double x) {
    range().show(wholeFrame(x) - range().span() / 2, range().span());
}

void OverviewStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && event->position().x() >= stage().left())
        centre(event->position().x());
}

void OverviewStrip::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) centre(event->position().x());
}

} // namespace kinelens::viz
