#include "viz/timeline/time_strip.h"

#include "viz/palette/qt_theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace kinelens::viz {
namespace {
constexpr double wheel_zoom = 1.25;
constexpr double wheel_pan = 0.12; // of what is shown
} // namespace

TimeStrip::TimeStrip(TimeRange& range, const QString& name, QWidget* parent, bool follows)
    : QWidget(parent)
    , range_(range) {
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(name);
    setMouseTracking(true);
    if (follows)
        connect(&range_, &TimeRange::changed, this, &TimeStrip::invalidate);
    else
        connect(&range_, &TimeRange::changed, this, qOverload<>(&QWidget::update));
    connect(&range_, &TimeRange::recordingChanged, this, &TimeStrip::invalidate);
    connect(&range_, &TimeRange::cursorChanged, this, qOverload<>(&QWidget::update));
}

int TimeStrip::gutter(const QWidget& widget) {
    return widget.fontMetrics().horizontalAdvance(QStringLiteral("A class of some words 0.00")) + 16;
}

QRectF TimeStrip::stage() const {
    const double left = std::round(std::min<double>(gutter(*this), (width() + rightMargin_) / 3.0));
    return {left, 0, std::max(1.0, width() - left - rightMargin_), static_cast<double>(height())};
}

void TimeStrip::setRightMargin(int pixels) {
    if (pixels == rightMargin_) return;
    rightMargin_ = pixels;
    invalidate();
}

double TimeStrip::xOf(double frame) const {
    const QRectF place = stage();
    return place.left() + (frame - range_.first()) * place.width() / range_.span();
}

double TimeStrip::frameAt(double x) const {
    const QRectF place = stage();
    return range_.first() + (x - place.left()) * range_.span() / place.width();
}

std::int64_t TimeStrip::wholeFrameAt(double x) const {
    const auto frame = static_cast<std::int64_t>(std::floor(frameAt(x)));
    return std::clamp<std::int64_t>(frame, 0, std::max<std::int64_t>(0, range_.frames() - 1));
}

Palette TimeStrip::colours() const {
    return palette_for(theme_of(palette()));
}

void TimeStrip::invalidate() {
    stale_ = true;
    update();
}

void TimeStrip::paintEvent(QPaintEvent*) {
    const QSize pixels = size() * devicePixelRatio();
    if (stale_ || picture_.size() != pixels) {
        picture_ = QPixmap(pixels);
        picture_.setDevicePixelRatio(devicePixelRatio());
        picture_.fill(to_qcolor(colours().base));
        QPainter painter(&picture_);
        painter.setFont(font());
        paintContent(painter);
        stale_ = false;
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, picture_);
    paintOver(painter);
    paintCursor(painter);
}

void TimeStrip::paintCursor(QPainter& painter) const {
    if (range_.frames() == 0) return;
    painter.setClipRect(stage());
    const Palette palette = colours();
    if (range_.loopEnd() > range_.loopStart()) {
        const double from = xOf(static_cast<double>(range_.loopStart()));
        const double to = xOf(static_cast<double>(range_.loopEnd()));
        painter.fillRect(QRectF(from, 0, to - from, height()), to_qcolor(palette.accent, 28));
    }
    const double x = std::round(xOf(static_cast<double>(range_.cursor()) + 0.5));
    painter.fillRect(QRectF(x - 0.5, 0, 1.5, height()), to_qcolor(palette.accent));
}

bool TimeStrip::event(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) invalidate();
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const QString tip = tipAt(help->pos());
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), tip, this);
    return true;
}

void TimeStrip::resizeEvent(QResizeEvent*) {
    stale_ = true;
}

void TimeStrip::wheelEvent(QWheelEvent* event) {
    event->accept();
    if (range_.frames() == 0) return;
    const QPoint turned = event->angleDelta();
    const bool sideways = turned.x() != 0 || (event->modifiers() & Qt::ShiftModifier);
    if (sideways)
        range_.pan(-wheel_pan * range_.span() * (turned.x() != 0 ? turned.x() : turned.y()) / 120.0);
    else
        range_.zoom(std::pow(wheel_zoom, turned.y() / 120.0), frameAt(event->position().x()));
}

void TimeStrip::mousePressEvent(QMouseEvent* event) {
    pressed_ = event->position();
    pressedFirst_ = range_.first();
    dragging_ = false;
}

void TimeStrip::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & (Qt::LeftButton | Qt::MiddleButton))) return;
    const double way = event->position().x() - pressed_.x();
    if (!dragging_ && std::abs(way) < QApplication::startDragDistance()) return;
    dragging_ = true;
    range_.show(pressedFirst_ - way * range_.span() / stage().width(), range_.span());
}

void TimeStrip::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || std::exchange(dragging_, false)) return;
    if (stage().contains(event->position()) && range_.frames() > 0)
        emit range_.cursorWanted(wholeFrameAt(event->position().x()));
}

} // namespace kinelens::viz
