#include "viz/charts/confusion_matrix.h"

#include "viz/palette/qt_theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace kinelens::viz {
namespace {

constexpr double smallest_cell = 2, largest_cell = 96;
constexpr double wheel_zoom = 1.2;
constexpr int gap = 6;

// From the ground to the accent: one hue, so that every kind of colour vision sees the order.
Colour shade(const Palette& colours, double share) {
    return share <= 0 ? colours.base : mix(colours.base, colours.accent, 0.12 + 0.88 * share);
}

QString percent(double share) {
    return QStringLiteral("%1 %").arg(100 * share, 0, 'f', share > 0 && share < 0.0995 ? 1 : 0);
}

} // namespace

ConfusionMatrix::ConfusionMatrix(QWidget* parent)
    : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Confusion matrix"));
}

void ConfusionMatrix::setCounts(ConfusionCounts counts) {
    counts_ = std::move(counts);
    order_ = confusion_order(counts_, orderKind_);
    chosen_.reset();
    selected_.clear();
    fit();
}

void ConfusionMatrix::setNormalised(bool on) {
    normalised_ = on;
    update();
}

void ConfusionMatrix::setOrder(ConfusionOrder order) {
    orderKind_ = order;
    order_ = confusion_order(counts_, orderKind_);
    update();
}

void ConfusionMatrix::setSelected(std::vector<std::int64_t> counts) {
    selected_ = std::move(counts);
    update();
}

std::int64_t ConfusionMatrix::selectedAt(std::size_t truth, std::size_t said) const {
    return selected_.empty() ? 0 : selected_[truth * counts_.size() + said];
}

void ConfusionMatrix::drawSelected(QPainter& painter, QColor colour) const {
    if (selected_.empty()) return;
    painter.setPen(QPen(colour, 2, Qt::DotLine));
    for (std::size_t row = 0; row < order_.size(); ++row)
        for (std::size_t column = 0; column < order_.size(); ++column)
            if (selectedAt(order_[row], order_[column]) > 0)
                painter.drawRect(boxOf(row, column).adjusted(1, 1, -2, -2));
}

void ConfusionMatrix::fit() {
    offset_ = {};
    const auto classes = static_cast<double>(std::max<std::size_t>(1, counts_.size()));
    cell_ = std::clamp(std::min(grid().width(), grid().height()) / classes, smallest_cell, largest_cell);
    update();
}

int ConfusionMatrix::labelWidth() const {
    int widest = 0;
    for (const std::string& name : counts_.names)
        widest = std::max(widest, fontMetrics().horizontalAdvance(QString::fromStdString(name)));
    return std::min({widest + 4, 150, width() / 3});
}

QRectF ConfusionMatrix::grid() const {
    const int title = fontMetrics().height() + gap;
    const double left = title + labelWidth() + gap, top = title + labelWidth() * 0.75 + gap;
    return {left, top, std::max(1.0, width() - left - gap), std::max(1.0, height() - top - gap)};
}

QRectF ConfusionMatrix::boxOf(std::size_t row, std::size_t column) const {
    const QPointF corner = grid().topLeft() - offset_;
    return {corner.x() + static_cast<double>(column) * cell_, corner.y() + static_cast<double>(row) * cell_,
            cell_, cell_};
}

std::optional<ConfusionCell> ConfusionMatrix::cellAt(const QPointF& place) const {
    if (!grid().contains(place)) return std::nullopt;
    const QPointF inside = place - grid().topLeft() + offset_;
    const auto row = static_cast<std::size_t>(inside.y() / cell_),
               column = static_cast<std::size_t>(inside.x() / cell_);
    if (row >= order_.size() || column >= order_.size()) return std::nullopt;
    return ConfusionCell{order_[row], order_[column]};
}

void ConfusionMatrix::drawCells(QPainter& painter) const {
    const Palette colours = palette_for(theme_of(palette()));
    std::int64_t largest = 1;
    for (const auto count : counts_.counts) largest = std::max(largest, count);
    for (std::size_t row = 0; row < order_.size(); ++row)
        for (std::size_t column = 0; column < order_.size(); ++column) {
            const QRectF box = boxOf(row, column);
            if (!box.intersects(grid())) continue;
            const std::size_t truth = order_[row], said = order_[column];
            const auto count = counts_.at(truth, said);
            const double depth = normalised_ ? counts_.share(truth, said)
                                             : static_cast<double>(count) / static_cast<double>(largest);
            const Colour ground = shade(colours, depth);
            painter.fillRect(cell_ > 6 ? box.adjusted(0, 0, -1, -1) : box, to_qcolor(ground));
            if (count == 0 || cell_ < 28) continue;
            painter.setPen(to_qcolor(legible_on(ground)));
            painter.drawText(box, Qt::AlignCenter,
                             normalised_ ? QString::number(std::lround(100 * depth))
                                         : QString::number(count));
        }
}

void ConfusionMatrix::drawLabels(QPainter& painter) const {
    const Palette colours = palette_for(theme_of(palette()));
    const int line = fontMetrics().height(), room = labelWidth();
    painter.setPen(to_qcolor(colours.muted_text));
    painter.drawText(QRectF(grid().left(), 0, grid().width(), line), Qt::AlignLeft, tr("Said"));
    painter.save();
    painter.translate(0, grid().bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, grid().height(), line), Qt::AlignRight, tr("Truth"));
    painter.restore();
    if (cell_ < line * 0.8) return; // names would lie on each other
    painter.setPen(to_qcolor(colours.text));
    for (std::size_t i = 0; i < order_.size(); ++i) {
        const QString name =
            fontMetrics().elidedText(QString::fromStdString(counts_.names[order_[i]]), Qt::ElideRight, room);
        const QRectF row = boxOf(i, 0), column = boxOf(0, i);
        if (row.top() >= grid().top() - cell_ / 2 && row.bottom() <= grid().bottom() + cell_ / 2)
            painter.drawText(QRectF(line + gap, row.top(), room, cell_), Qt::AlignRight | Qt::AlignVCenter,
                             name);
        if (column.left() < grid().left() - cell_ / 2 || column.right() > grid().right() + cell_ / 2)
            continue;
        painter.save();
        painter.translate(column.center().x() - line * 0.3, grid().top() - gap);
        painter.rotate(-48);
        painter.drawText(QRectF(0, -line / 2.0, room, line), Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.restore();
    }
}

void ConfusionMatrix::paintEvent(QPaintEvent*) {
    const Palette colours = palette_for(theme_of(palette()));
    QPainter painter(this);
    painter.fillRect(rect(), to_qcolor(colours.base));
    if (order_.empty()) return;
    drawLabels(painter);
    painter.setClipRect(grid());
    painter.fillRect(QRectF(boxOf(0, 0).topLeft(), boxOf(order_.size() - 1, order_.size() - 1).bottomRight()),
                     to_qcolor(colours.grid));
    drawCells(painter);
    drawSelected(painter, to_qcolor(colours.text));
    if (!chosen_) return;
    const auto place = [&](std::size_t label) {
        return static_cast<std::size_t>(std::find(order_.begin(), order_.end(), label) - order_.begin());
    };
    painter.setPen(QPen(to_qcolor(colours.focus), 2));
    painter.drawRect(boxOf(place(chosen_->truth), place(chosen_->said)).adjusted(0, 0, -1, -1));
}

QString ConfusionMatrix::tip(const ConfusionCell& cell) const {
    QString words = tr("%1 taken for %2: %3 of %4 (%5)")
                        .arg(QString::fromStdString(counts_.names[cell.truth]),
                             QString::fromStdString(counts_.names[cell.said]))
                        .arg(counts_.at(cell.truth, cell.said))
                        .arg(counts_.of_truth(cell.truth))
                        .arg(percent(counts_.share(cell.truth, cell.said)));
    if (const auto selected = selectedAt(cell.truth, cell.said); selected > 0)
        words += tr("; %1 selected").arg(selected);
    return words;
}

bool ConfusionMatrix::event(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) update();
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const auto cell = cellAt(help->pos());
    const QString words = cell ? tip(*cell) + QStringLiteral("\n\n") + toolTip() : toolTip();
    QToolTip::showText(help->globalPos(), words.trimmed(), this);
    return true;
}

void ConfusionMatrix::keepInView() {
    const double whole = static_cast<double>(order_.size()) * cell_;
    offset_.setX(std::clamp(offset_.x(), 0.0, std::max(0.0, whole - grid().width())));
    offset_.setY(std::clamp(offset_.y(), 0.0, std::max(0.0, whole - grid().height())));
    update();
}

void ConfusionMatrix::resizeEvent(QResizeEvent*) {
    fit();
}

void ConfusionMatrix::wheelEvent(QWheelEvent* event) {
    const QPointF inside = event->position() - grid().topLeft();
    const double before = cell_;
    cell_ = std::clamp(cell_ * std::pow(wheel_zoom, event->angleDelta().y() / 120.0), smallest_cell,
                       largest_cell);
    offset_ = (offset_ + inside) * (cell_ / before) - inside;
    keepInView();
}

void ConfusionMatrix::mousePressEvent(QMouseEvent* event) {
    pressed_ = event->position();
    dragged_ = false;
}

void ConfusionMatrix::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton)) return;
    if (!dragged_ && (event->position() - pressed_).manhattanLength() < 5) return;
    dragged_ = true;
    offset_ -= event->position() - pressed_;
    pressed_ = event->position();
    keepInView();
}

void ConfusionMatrix::mouseReleaseEvent(QMouseEvent* event) {
    if (dragged_ || event->button() != Qt::LeftButton) return;
    if (const auto cell = cellAt(event->position())) {
        chosen_ = cell;
        update();
        emit cellChosen(static_cast<int>(cell->truth), static_cast<int>(cell->said));
    }
}

void ConfusionMatrix::mouseDoubleClickEvent(QMouseEvent*) {
    fit();
}

void ConfusionMatrix::choose(std::size_t row, std::size_t column) {
    chosen_ = ConfusionCell{order_[row], order_[column]};
    update();
    emit cellChosen(static_cast<int>(chosen_->truth), static_cast<int>(chosen_->said));
}

void ConfusionMatrix::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(order_.size()) - 1;
    int down = 0, right = 0;
    if (event->key() == Qt::Key_Up) down = -1;
    if (event->key() == Qt::Key_Down) down = 1;
    if (event->key() == Qt::Key_Left) right = -1;
    if (event->key() == Qt::Key_Right) right = 1;
    if ((down == 0 && right == 0) || last < 0) return QWidget::keyPressEvent(event);
    if (!chosen_) return choose(0, 0);
    const auto place = [&](std::size_t label) {
        return static_cast<int>(std::find(order_.begin(), order_.end(), label) - order_.begin());
    };
    choose(static_cast<std::size_t>(std::clamp(place(chosen_->truth) + down, 0, last)),
           static_cast<std::size_t>(std::clamp(place(chosen_->said) + right, 0, last)));
}

} // namespace kinelens::viz
