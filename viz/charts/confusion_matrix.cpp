#include "viz/charts/confusion_matrix.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace kinelens::viz {
namespace {

constexpr double cell_zoom = 1.2;

QString percent(double share) {
    return QStringLiteral("%1 %").arg(100 * share, 0, 'f', share > 0 && share < 0.0995 ? 1 : 0);
}

} // namespace

ConfusionMatrix::ConfusionMatrix(QWidget* parent)
    : QWidget(parent)
    , layout_(*this) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Confusion matrix"));
}

void ConfusionMatrix::setCounts(ConfusionCounts counts) {
    counts_ = std::move(counts);
    std::vector<QString> names;
    for (const std::string& name : counts_.names) names.push_back(QString::fromStdString(name));
    layout_.setNames(std::move(names));
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

void ConfusionMatrix::fit() {
    layout_.fit();
    update();
}

QRectF ConfusionMatrix::boxOf(const ConfusionCell& cell) const {
    return layout_.boxOf(placeOf(cell.truth), placeOf(cell.said));
}

std::size_t ConfusionMatrix::placeOf(std::size_t label) const {
    return static_cast<std::size_t>(std::find(order_.begin(), order_.end(), label) - order_.begin());
}

std::optional<ConfusionCell> ConfusionMatrix::cellAt(const ConfusionLayout::Spot& spot) const {
    if (!spot.row || !spot.column) return std::nullopt;
    return ConfusionCell{order_[*spot.row], order_[*spot.column]};
}

void ConfusionMatrix::setHover(const ConfusionLayout::Spot& spot) {
    if (spot == hover_) return;
    hover_ = spot;
    update();
    tell();
}

void ConfusionMatrix::tell() {
    QString words;
    if (const auto cell = cellAt(hover_))
        words = wordsOf(*cell);
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
    if (layout_.spotAt(help->pos()) == ConfusionLayout::Spot{})
        QToolTip::showText(help->globalPos(), toolTip(), this);
    else
        QToolTip::hideText(); // told beside the matrix
    return true;
}

void ConfusionMatrix::resizeEvent(QResizeEvent*) {
    fit();
}

void ConfusionMatrix::wheelEvent(QWheelEvent* event) {
    layout_.zoom(std::pow(cell_zoom, event->angleDelta().y() / 120.0), event->position());
    update();
    setHover(layout_.spotAt(event->position()));
}

void ConfusionMatrix::mousePressEvent(QMouseEvent* event) {
    pressed_ = event->position();
    dragged_ = false;
}

void ConfusionMatrix::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton)) return setHover(layout_.spotAt(event->position()));
    if (!dragged_ && (event->position() - pressed_).manhattanLength() < 5) return;
    dragged_ = true;
    layout_.pan(event->position() - pressed_);
    pressed_ = event->position();
    update();
}

void ConfusionMatrix::mouseReleaseEvent(QMouseEvent* event) {
    if (dragged_ || event->button() != Qt::LeftButton) return;
    const ConfusionLayout::Spot on = layout_.spotAt(event->position());
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
