#include "viz/charts/confusion_layout.h"

#include <QWidget>
#include <algorithm>
#include <cmath>

namespace kinelens::viz {
namespace {

constexpr double smallest_cell = 2, largest_cell = 96;

} // namespace

ConfusionLayout::ConfusionLayout(const QWidget& widget)
    : widget_(widget) {}

void ConfusionLayout::setNames(std::vector<QString> names) {
    names_ = std::move(names);
}

int ConfusionLayout::line() const {
    return widget_.fontMetrics().height();
}

void ConfusionLayout::fit() {
    offset_ = {};
    const auto classes = static_cast<double>(std::max<std::size_t>(1, names_.size()));
    const auto largest = [&] {
        double cell = grid().width() / classes;
        const double reach = std::cos(label_turn) * labelWidth(); // of the last name, from its cell's middle
        if (reach > cell / 2) cell = (grid().width() - reach) / (classes - 0.5);
        return std::min(cell, grid().height() / classes);
    };
    const double least = 0.8 * line();
    cell_ = largest_cell; // names fit
    const double named = largest();
    cell_ = smallest_cell; // they do not
    const double bare = std::min(largest(), least - 0.01);
    cell_ = std::clamp(named >= least ? named : bare, smallest_cell, largest_cell);
}

bool ConfusionLayout::namesFit() const {
    return cell_ >= 0.8 * line();
}

int ConfusionLayout::labelWidth() const {
    if (!namesFit()) return 0;
    int widest = 0;
    for (const QString& name : names_)
        widest = std::max(widest, widget_.fontMetrics().horizontalAdvance(name));
    return std::min({widest + 4, 150, widget_.width() / 3});
}

QRectF ConfusionLayout::grid() const {
    const int title = line() + gap, label = labelWidth();
    const double left = title + label + gap, top = title + label * 0.75 + gap;
    return {left, top, std::max(1.0, widget_.width() - left - gap),
            std::max(1.0, widget_.height() - top - gap)};
}

QRectF ConfusionLayout::boxOf(std::size_t row, std::size_t column) const {
    const QPointF corner = grid().topLeft() - offset_;
    return {corner.x() + static_cast<double>(column) * cell_, corner.y() + static_cast<double>(row) * cell_,
            cell_, cell_};
}

QPointF ConfusionLayout::columnLabel(std::size_t column) const {
    return {boxOf(0, column).center().x() - line() * 0.3, grid().top() - gap};
}

std::optional<std::size_t> ConfusionLayout::placeAt(double pixel, double first) const {
    if (pixel < first) return std::nullopt;
    const auto place = static_cast<std::size_t>((pixel - first) / cell_);
    return place < names_.size() ? std::optional(place) : std::nullopt;
}

ConfusionLayout::Spot ConfusionLayout::spotAt(QPointF place) const {
    const QRectF cells = grid();
    const QPointF first = cells.topLeft() - offset_;
    const auto row = placeAt(place.y(), first.y()), column = placeAt(place.x(), first.x());
    if (cells.contains(place)) return row && column ? Spot{row, column} : Spot{};
    if (!namesFit()) return {};
    if (place.x() < cells.left()) return place.y() < cells.top() ? Spot{} : Spot{row, {}};
    for (std::size_t i = 0; i < names_.size() && place.y() < cells.top(); ++i) {
        const QPointF from = place - columnLabel(i);
        const double c = std::cos(label_turn), s = std::sin(label_turn);
        const double along = from.x() * c - from.y() * s, across = from.x() * s + from.y() * c;
        if (along >= 0 && along <= labelWidth() && std::abs(across) <= line() / 2.0) return {{}, i};
    }
    return {};
}

// Names may come or go beside the cells: what lies under the place stays there all the same.
void ConfusionLayout::zoom(double factor, QPointF about) {
    const QPointF under = (about - grid().topLeft() + offset_) / cell_;
    cell_ = std::clamp(cell_ * factor, smallest_cell, largest_cell);
    offset_ = under * cell_ - (about - grid().topLeft());
    keepInView();
}

void ConfusionLayout::pan(QPointF pixels) {
    offset_ -= pixels;
    keepInView();
}

void ConfusionLayout::keepInView() {
    const double whole = static_cast<double>(names_.size()) * cell_;
    offset_.setX(std::clamp(offset_.x(), 0.0, std::max(0.0, whole - grid().width())));
    offset_.setY(std::clamp(offset_.y(), 0.0, std::max(0.0, whole - grid().height())));
}

} // namespace kinelens::viz
