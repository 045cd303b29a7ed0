#include "viz/timeline/ruler_strip.h"

#include "viz/palette/qt_theme.h"
#include "viz/timeline/time_ticks.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <utility>

namespace kinelens::viz {

RulerStrip::RulerStrip(TimeRange& range, QWidget* parent)
    : TimeStrip(range, tr("Time"), parent) {
    setFixedHeight(fontMetrics().height() + 10);
    setToolTip(tr("Drag to move the clock, with Shift to draw the loop range; the wheel zooms, with Shift it "
                  "pans"));
}

void RulerStrip::paintContent(QPainter& painter) {
    const Palette palette = colours();
    const QRectF place = stage();
    painter.fillRect(rect(), to_qcolor(palette.panel));
    painter.fillRect(QRectF(0, height() - 1, width(), 1), to_qcolor(palette.border));
    if (range().frames() == 0) return;
    painter.setClipRect(place);
    const double apart = fontMetrics().horizontalAdvance(QStringLiteral("00:00:00")) + 24.0;
    for (const TimeTick& tick : time_ticks(range().first(), range().last(), range().frameRate(),
                                           apart * range().span() / place.width())) {
        const double x = xOf(tick.frame);
        const double length = tick.text.isEmpty() ? 4 : 8;
        painter.fillRect(QRectF(x, height() - 1 - length, 1, length), to_qcolor(palette.axis));
        // A label that would be cut at the end is left out: its tick and those before tell it.
        if (x + 4 + fontMetrics().horizontalAdvance(tick.text) > place.right()) continue;
        painter.setPen(to_qcolor(palette.muted_text));
        painter.drawText(QRectF(x + 4, 0, apart, height() - 4), Qt::AlignLeft | Qt::AlignVCenter, tick.text);
    }
}

void RulerStrip::paintOver(QPainter& painter) {
    const Palette palette = colours();
    painter.setPen(to_qcolor(palette.text));
    const double now = static_cast<double>(range().cursor()) / range().frameRate();
    painter.drawText(QRectF(8, 0, stage().left() - 16, height()), Qt::AlignLeft | Qt::AlignVCenter,
                     range().frames() == 0 ? QString() : clock_text(now, 2));
    const double x = xOf(static_cast<double>(range().cursor()) + 0.5);
    if (range().frames() == 0 || !stage().contains(x, 1)) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(to_qcolor(palette.accent));
    painter.drawPolygon(QPolygonF({{x - 6, 0}, {x + 6, 0}, {x + 6, 6}, {x, 12}, {x - 6, 6}}));
}

void RulerStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || range().frames() == 0) return;
    if (event->position().x() < stage().left()) return;
    grabbed_ = true;
    emit range().cursorGrabbed();
    const std::int64_t frame = wholeFrameAt(event->position().x());
    if (event->modifiers() & Qt::ShiftModifier)
        loopFrom_ = frame;
    else
        emit range().cursorWanted(frame);
}

void RulerStrip::mouseMoveEvent(QMouseEvent* event) {
    if (!grabbed_ || !(event->buttons() & Qt::LeftButton) || range().frames() == 0) return;
    const std::int64_t frame = wholeFrameAt(event->position().x());
    if (!loopFrom_)
        emit range().cursorWanted(frame);
    else if (frame != *loopFrom_)
        emit range().loopWanted(std::min(frame, *loopFrom_), std::max(frame, *loopFrom_) + 1);
}

void RulerStrip::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    loopFrom_.reset();
    if (std::exchange(grabbed_, false)) emit range().cursorLetGo();
}

} // namespace kinelens::viz
