#include "viz/charts/confusion_matrix.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace kinelens::viz {
namespace {

constexpr double smallest_cell = 2, largest_cell = 96;
constexpr double cell_zoom = 1.2;

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
    hover_ = {};
    selected_.clear();
    fit();
    tell();
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
    tell();
}

std::int64_t ConfusionMatrix::selectedAt(std::size_t truth, std::size_t said) const {
    return selected_.empty() ? 0 : selected_[truth * counts_.size() + said];
}

// As large as the cells may be with their names beside them; with many classes the names would lie on each
// other, and the cells get their room.
void ConfusionMatrix::fit() {
    offset_ = {};
    const auto classes = static_cast<double>(std::max<std::size_t>(1, counts_.size()));
    const auto largest = [&] {
        double cell = grid().width() / classes;
        const double reach = std::cos(label_turn) * labelWidth(); // of the last name, from its cell's middle
        if (reach > cell / 2) cell = (grid().width() - reach) / (classes - 0.5);
        return std::min(cell, grid().height() / classes);
    };
    const double least = 0.8 * fontMetrics().height();
    cell_ = largest_cell; // names fit
    const double named = largest();
    cell_ = smallest_cell; // they do not
    const double bare = std::min(largest(), least - 0.01);
    cell_ = std::clamp(named >= least ? named : bare, smallest_cell, largest_cell);
    update();
}

bool ConfusionMatrix::namesFit() const {
    return cell_ >= 0.8 * fontMetrics().height();
}

int ConfusionMatrix::labelWidth() const {
    if (!namesFit()) return 0;
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

QRectF ConfusionMatrix::boxOf(const ConfusionCell& cell) const {
    return boxOf(placeOf(cell.truth), placeOf(cell.said));
}

std::size_t ConfusionMatrix::placeOf(std::size_t label) const {
    return static_cast<std::size_t>(std::find(order_.begin(), order_.end(), label) - order_.begin());
}

std::optional<std::size_t> ConfusionMatrix::placeAt(double pixel, double first) const {
    if (pixel < first) return std::nullopt;
    const auto place = static_cast<std::size_t>((pixel - first) / cell_);
    return place < order_.size() ? std::optional(place) : std::nullopt;
}

ConfusionMatrix::Hover ConfusionMatrix::hoverAt(const QPointF& place) const {
    const QRectF cells = grid();
    const QPointF first = cells.topLeft() - offset_;
    const auto row = placeAt(place.y(), first.y()), column = placeAt(place.x(), first.x());
    if (cells.contains(place)) return row && column ? Hover{row, column} : Hover{};
    if (!namesFit()) return {};
    if (place.x() < cells.left()) return place.y() < cells.top() ? Hover{} : Hover{row, {}};
    for (std::size_t i = 0; i < order_.size() && place.y() < cells.top(); ++i) {
        const QPointF from = place - columnLabel(i);
        const double c = std::cos(label_turn), s = std::sin(label_turn);
        const double along = from.x() * c - from.y() * s, across = from.x() * s + from.y() * c;
        if (along >= 0 && along <= labelWidth() && std::abs(across) <= fontMetrics().height() / 2.0)
            return {{}, i};
    }
    return {};
}

std::optional<ConfusionCell> ConfusionMatrix::cellAt(const QPointF& place) const {
    const Hover on = hoverAt(place);
    if (!on.row || !on.column) return std::nullopt;
    return ConfusionCell{order_[*on.row], order_[*on.column]};
}

void ConfusionMatrix::setHover(const Hover& hover) {
    if (hover == hover_) return;
    hover_ = hover;
    update();
    tell();
}

void ConfusionMatrix::tell() {
    QString words;
    if (hover_.row && hover_.column)
        words = wordsOf({order_[*hover_.row], order_[*hover_.column]});
    else if (hover_.row)
        words = wordsOfTruth(order_[*hover_.row]);
    else if (hover_.column)
        words = wordsOfSaid(order_[*hover_.column]);
    else if (chosen_)
        words = wordsOf(*chosen_);
    if (words == told_) return;
    told_ = words;
    emit told(told_);
}

QString ConfusionMatrix::wordsOf(const ConfusionCell& cell) const {
    QString words = tr("%1 taken for %2: %3 of %4 (%5)")
                        .arg(QString::fromStdString(counts_.names[cell.truth]),
                             QString::fromStdString(counts_.names[cell.said]))
                        .arg(counts_.at(cell.truth, cell.said))
                        .arg(counts_.of_truth(cell.truth))
                        .arg(percent(counts_.share(cell.truth, cell.said)));
    if (const auto selected = selectedAt(cell.truth, cell.said); selected > 0)
        words += tr(" · %1 selected").arg(selected);
    return words;
}

QString ConfusionMatrix::wordsOfTruth(std::size_t label) const {
    return tr("%1: %2 of %3 right (%4)")
        .arg(QString::fromStdString(counts_.names[label]))
        .arg(counts_.at(label, label))
        .arg(counts_.of_truth(label))
        .arg(percent(counts_.share(label, label)));
}

QString ConfusionMatrix::wordsOfSaid(std::size_t label) const {
    std::int64_t said = 0;
    for (std::size_t truth = 0; truth < counts_.size(); ++truth) said += counts_.at(truth, label);
    return tr("%1: said %2 times, %3 times rightly")
        .arg(QString::fromStdString(counts_.names[label]))
        .arg(said)
        .arg(counts_.at(label, label));
}

bool ConfusionMatrix::event(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) update();
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    if (hoverAt(help->pos()) == Hover{})
        QToolTip::showText(help->globalPos(), toolTip(), this);
    else
        QToolTip::hideText(); // told beside the matrix
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
    const QPointF under = (event->position() - grid().topLeft() + offset_) / cell_;
    cell_ =
        std::clamp(cell_ * std::pow(cell_zoom, event->angleDelta().y() / 120.0), smallest_cell, largest_cell);
    offset_ = under * cell_ - (event->position() - grid().topLeft()); // names may come or go beside it
    keepInView();
    setHover(hoverAt(event->position()));
}

void ConfusionMatrix::mousePressEvent(QMouseEvent* event) {
    pressed_ = event->position();
    dragged_ = false;
}

void ConfusionMatrix::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton)) return setHover(hoverAt(event->position()));
    if (!dragged_ && (event->position() - pressed_).manhattanLength() < 5) return;
    dragged_ = true;
    offset_ -= event->position() - pressed_;
    pressed_ = event->position();
    keepInView();
}

void ConfusionMatrix::mouseReleaseEvent(QMouseEvent* event) {
    if (dragged_ || event->button() != Qt::LeftButton) return;
    const Hover on = hoverAt(event->position());
    if (on.row && on.column) choose(*on.row, *on.column);
}

void ConfusionMatrix::mouseDoubleClickEvent(QMouseEvent*) {
    fit();
}

void ConfusionMatrix::leaveEvent(QEvent*) {
    setHover({});
}

void ConfusionMatrix::choose(std::size_t row, std::size_t column) {
    chosen_ = ConfusionCell{order_[row], order_[column]};
    update();
    tell();
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
    const auto moved = [last](std::size_t place, int by) {
        return static_cast<std::size_t>(std::clamp(static_cast<int>(place) + by, 0, last));
    };
    choose(moved(placeOf(chosen_->truth), down), moved(placeOf(chosen_->said), right));
}

} // namespace kinelens::viz
