#include "viz/charts/weight_triangle.h"

#include "viz/palette/fitting_name.h"
#include "viz/palette/qt_theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace kinelens::viz {
namespace {

constexpr double triangle_margin = 12;
constexpr double height_of_triangle = 0.866; // of its side

QString percent(double share) {
    return QStringLiteral("%1 %").arg(100 * share, 0, 'f', 1);
}

} // namespace

WeightTriangle::WeightTriangle(QWidget* parent)
    : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Accuracy over the weights"));
}

void WeightTriangle::setMixes(WeightMixes mixes) {
    mixes_ = std::move(mixes);
    const auto& accuracy = mixes_.accuracy;
    best_ = accuracy.empty()
                ? -1
                : static_cast<int>(std::max_element(accuracy.begin(), accuracy.end()) - accuracy.begin());
    equal_ = -1;
    double nearest = 0;
    for (int mix = 0; mix < mixes_.count(); ++mix) {
        double distance = 0;
        for (std::size_t member = 0; member < mixes_.members.size(); ++member)
            distance += std::abs(double(mixes_.weight(mix, member)) - 1.0 / double(mixes_.members.size()));
        if (equal_ < 0 || distance < nearest - 1e-6) {
            equal_ = mix;
            nearest = distance;
        }
    }
    setCurrent(best_);
}

void WeightTriangle::setCurrent(int mix) {
    current_ = mix;
    setAccessibleDescription(mix < 0 ? QString() : text(mix));
    update();
}

QString WeightTriangle::text(int mix) const {
    QStringList weights;
    for (std::size_t member = 0; member < mixes_.members.size(); ++member)
        weights << QStringLiteral("%1 %2")
                       .arg(QString::fromStdString(mixes_.members[member]))
                       .arg(double(mixes_.weight(mix, member)), 0, 'g', 3);
    QString words = tr("%1: %2").arg(weights.join(QStringLiteral(" · ")),
                                     percent(double(mixes_.accuracy[static_cast<std::size_t>(mix)])));
    if (mix == best_) words += tr(", the best mix");
    if (mix == equal_) words += tr(", nearest to equal weights");
    return words;
}

// Between the names of the corners, which stand above and below.
QRectF WeightTriangle::room() const {
    const double line = fontMetrics().height() + 4;
    const QRectF inside(triangle_margin, triangle_margin + line, width() - 2 * triangle_margin,
                        height() - 2 * triangle_margin - 4 * line);
    const double side = std::max(20.0, std::min(inside.width(), inside.height() / height_of_triangle));
    return {inside.center().x() - side / 2, inside.top(), side, side * height_of_triangle};
}

// The first member at the left, the second at the right, the third on top.
QPointF WeightTriangle::placeOf(int mix) const {
    const QRectF area = room();
    const double right = double(mixes_.weight(mix, 1));
    const double top = mixes_.members.size() > 2 ? double(mixes_.weight(mix, 2)) : 0;
    return {area.left() + (right + top / 2) * area.width(), area.bottom() - top * area.height()};
}

double WeightTriangle::spacing() const {
    float step = 1;
    for (const float weight : mixes_.weights)
        if (weight > 1e-4F) step = std::min(step, weight);
    return room().width() * double(step);
}

int WeightTriangle::mixAt(const QPointF& place) const {
    int found = -1;
    double nearest = std::max(6.0, spacing());
    for (int mix = 0; mix < mixes_.count(); ++mix) {
        const QPointF away = placeOf(mix) - place;
        const double distance = std::hypot(away.x(), away.y());
        if (distance >= nearest) continue;
        nearest = distance;
        found = mix;
    }
    return found;
}

// From the ground to the accent: one hue, so that every kind of colour vision sees the order.
void WeightTriangle::drawMixes(QPainter& painter) const {
    const Palette colours = palette_for(theme_of(palette()));
    const auto [least, most] = std::minmax_element(mixes_.accuracy.begin(), mixes_.accuracy.end());
    const double range = std::max(1e-9, double(*most) - double(*least));
    const double radius = std::max(1.5, 0.46 * spacing());
    painter.setPen(Qt::NoPen);
    for (int mix = 0; mix < mixes_.count(); ++mix) {
        const double share =
            (double(mixes_.accuracy[static_cast<std::size_t>(mix)]) - double(*least)) / range;
        painter.setBrush(to_qcolor(viz::mix(colours.base, colours.accent, 0.12 + 0.88 * share)));
        painter.drawEllipse(placeOf(mix), radius, radius);
    }
}

void WeightTriangle::drawMarks(QPainter& painter) const {
    const Palette colours = palette_for(theme_of(palette()));
    const double radius = std::max(5.0, 0.46 * spacing());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(to_qcolor(colours.text), 2));
    painter.drawEllipse(placeOf(best_), radius, radius);
    const QPointF equal = placeOf(equal_);
    painter.drawRect(QRectF(equal.x() - radius, equal.y() - radius, 2 * radius, 2 * radius));
    if (!hasFocus() || current_ < 0) return;
    painter.setPen(QPen(to_qcolor(colours.focus), 2, Qt::DotLine));
    painter.drawEllipse(placeOf(current_), radius + 3, radius + 3);
}

void WeightTriangle::drawWords(QPainter& painter) const {
    const Palette colours = palette_for(theme_of(palette()));
    const QRectF area = room();
    const double line = fontMetrics().height() + 4, half = width() / 2.0;
    const auto name = [&](std::size_t member) {
        return fitting_name(mixes_.members[member], fontMetrics(), half - triangle_margin);
    };
    const double below = area.bottom() + line / 2;
    painter.setPen(to_qcolor(colours.text));
    painter.drawText(QRectF(triangle_margin, below, half - triangle_margin, line), Qt::AlignLeft, name(0));
    painter.drawText(QRectF(half, below, half - triangle_margin, line), Qt::AlignRight, name(1));
    if (mixes_.members.size() > 2)
        painter.drawText(QRectF(0, area.top() - line - 4, width(), line), Qt::AlignHCenter, name(2));
    painter.setPen(to_qcolor(colours.muted_text));
    const QString words = tr("○ best: %1   □ nearest to equal weights: %2")
                              .arg(percent(double(mixes_.accuracy[static_cast<std::size_t>(best_)])),
                                   percent(double(mixes_.accuracy[static_cast<std::size_t>(equal_)])));
    painter.drawText(QRectF(triangle_margin, below + line, width() - 2 * triangle_margin, line),
                     Qt::AlignLeft, words);
    const QRectF last(triangle_margin, below + 2 * line, width() - 2 * triangle_margin, line);
    if (current_ >= 0) // what it is worth stands at the end
        painter.drawText(
            last, Qt::AlignLeft,
            fontMetrics().elidedText(text(current_), Qt::ElideMiddle, static_cast<int>(last.width())));
}

void WeightTriangle::paintEvent(QPaintEvent*) {
    const Palette colours = palette_for(theme_of(palette()));
    QPainter painter(this);
    painter.fillRect(rect(), to_qcolor(colours.base));
    if (best_ < 0) return;
    painter.setRenderHint(QPainter::Antialiasing);
    drawMixes(painter);
    drawMarks(painter);
    drawWords(painter);
}

bool WeightTriangle::event(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) update();
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int mix = mixAt(help->pos());
    QToolTip::showText(help->globalPos(),
                       mix < 0 ? toolTip() : text(mix) + QStringLiteral("\n\n") + toolTip(), this);
    return true;
}

void WeightTriangle::mouseMoveEvent(QMouseEvent* event) {
    if (const int mix = mixAt(event->position()); mix >= 0) setCurrent(mix);
}

void WeightTriangle::keyPressEvent(QKeyEvent* event) {
    const bool on = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    const bool back = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    if ((!on && !back) || mixes_.count() == 0) return QWidget::keyPressEvent(event);
    setCurrent(std::clamp(current_ + (on ? 1 : -1), 0, mixes_.count() - 1));
}

} // namespace kinelens::viz
