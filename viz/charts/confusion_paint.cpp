// How a ConfusionMatrix is drawn.
#include "viz/charts/confusion_matrix.h"
#include "viz/palette/qt_theme.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace kinelens::viz {
namespace {

// From the ground to the accent: one hue, so that every kind of colour vision sees the order.
Colour shade(const Palette& colours, double share) {
    return share <= 0 ? colours.base : mix(colours.base, colours.accent, 0.12 + 0.88 * share);
}

// Names of classes often differ at their ends.
QString shortName(const std::string& name, const QFontMetrics& metrics, int room) {
    return metrics.elidedText(QString::fromStdString(name), Qt::ElideMiddle, room);
}

} // namespace

void ConfusionMatrix::drawSelected(QPainter& painter, QColor colour) const {
    if (selected_.empty()) return;
    painter.setPen(QPen(colour, 2, Qt::DotLine));
    for (std::size_t row = 0; row < order_.size(); ++row)
        for (std::size_t column = 0; column < order_.size(); ++column)
            if (selectedAt(order_[row], order_[column]) > 0)
                painter.drawRect(layout_.boxOf(row, column).adjusted(1, 1, -2, -2));
}

void ConfusionMatrix::drawCells(QPainter& painter) const {
    const Palette colours = palette_for(theme_of(palette()));
    std::int64_t largest = 1;
    for (const auto count : counts_.counts) largest = std::max(largest, count);
    for (std::size_t row = 0; row < order_.size(); ++row)
        for (std::size_t column = 0; column < order_.size(); ++column) {
            const QRectF box = layout_.boxOf(row, column);
            if (!box.intersects(layout_.grid())) continue;
            const std::size_t truth = order_[row], said = order_[column];
            const auto count = counts_.at(truth, said);
            const double depth = normalised_ ? counts_.share(truth, said)
                                             : static_cast<double>(count) / static_cast<double>(largest);
            const Colour ground = shade(colours, depth);
            painter.fillRect(layout_.cell() > 6 ? box.adjusted(0, 0, -1, -1) : box, to_qcolor(ground));
            if (count == 0 || layout_.cell() < 28) continue;
            painter.setPen(to_qcolor(legible_on(ground)));
            painter.drawText(box, Qt::AlignCenter,
                             normalised_ ? QString::number(std::lround(100 * depth))
                                         : QString::number(count));
        }
}

void ConfusionMatrix::drawRowName(QPainter& painter, std::size_t row) const {
    const QRectF box = layout_.boxOf(row, 0);
    if (box.top() < layout_.grid().top() - layout_.cell() / 2 ||
        box.bottom() > layout_.grid().bottom() + layout_.cell() / 2)
        return;
    painter.drawText(QRectF(fontMetrics().height() + ConfusionLayout::gap, box.top(), layout_.labelWidth(),
                            layout_.cell()),
                     Qt::AlignRight | Qt::AlignVCenter,
                     shortName(counts_.names[order_[row]], fontMetrics(), layout_.labelWidth()));
}

void ConfusionMatrix::drawColumnName(QPainter& painter, std::size_t column) const {
    const QRectF box = layout_.boxOf(0, column);
    if (box.left() < layout_.grid().left() - layout_.cell() / 2 ||
        box.right() > layout_.grid().right() + layout_.cell() / 2)
        return;
    const int line = fontMetrics().height();
    painter.save();
    painter.translate(layout_.columnLabel(column));
    painter.rotate(-ConfusionLayout::label_turn * 180 / std::numbers::pi);
    painter.drawText(QRectF(0, -line / 2.0, layout_.labelWidth(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     shortName(counts_.names[order_[column]], fontMetrics(), layout_.labelWidth()));
    painter.restore();
}

void ConfusionMatrix::drawLabels(QPainter& painter) const {
    const Palette colours = palette_for(theme_of(palette()));
    const int line = fontMetrics().height();
    painter.setPen(to_qcolor(colours.muted_text));
    painter.drawText(QRectF(layout_.grid().left(), 0, layout_.grid().width(), line), Qt::AlignLeft,
                     tr("Said"));
    painter.save();
    painter.translate(0, layout_.grid().bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, layout_.grid().height(), line), Qt::AlignRight, tr("Truth"));
    painter.restore();
    if (!layout_.namesFit()) return;
    const auto ink = [&](bool hovered) { return to_qcolor(hovered ? colours.accent : colours.text); };
    for (std::size_t i = 0; i < order_.size(); ++i) {
        painter.setPen(ink(hover_.row == i));
        drawRowName(painter, i);
        painter.setPen(ink(hover_.column == i));
        drawColumnName(painter, i);
    }
}

void ConfusionMatrix::paintEvent(QPaintEvent*) {
    const Palette colours = palette_for(theme_of(palette()));
    QPainter painter(this);
    painter.fillRect(rect(), to_qcolor(colours.base));
    if (order_.empty()) return;
    drawLabels(painter);
    painter.setClipRect(layout_.grid());
    painter.fillRect(QRectF(layout_.boxOf(0, 0).topLeft(),
                            layout_.boxOf(order_.size() - 1, order_.size() - 1).bottomRight()),
                     to_qcolor(colours.grid));
    drawCells(painter);
    drawSelected(painter, to_qcolor(colours.text));
    if (hover_.row && hover_.column) {
        painter.setPen(QPen(to_qcolor(colours.text), 1));
        painter.drawRect(layout_.boxOf(*hover_.row, *hover_.column).adjusted(0, 0, -1, -1));
    }
    if (!chosen_) return;
    painter.setPen(QPen(to_qcolor(colours.focus), 2));
    painter.drawRect(boxOf(*chosen_).adjusted(0, 0, -1, -1));
}

} // namespace kinelens::viz
