#include "ui/forms/labelled_rows.h"

#include <QLabel>
#include <QWidget>
#include <algorithm>

namespace kinelens::ui {
namespace {

constexpr int besideLabel = 8;
constexpr int belowLabel = 4;
constexpr int betweenRows = 6;

int heightOf(const QLayoutItem& item, int width) {
    const int wanted = item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
    return std::max(wanted, item.minimumSize().height());
}

bool keepsItsWidth(const QLayoutItem& field) {
    return const_cast<QLayoutItem&>(field).widget()->sizePolicy().horizontalPolicy() == QSizePolicy::Fixed;
}

// Stands for a label that is empty: it takes no room, not even that of an empty line.
QWidget* nothing() {
    auto* widget = new QWidget;
    widget->setFixedSize(0, 0);
    return widget;
}

} // namespace

LabelledRows::LabelledRows(QWidget* parent)
    : QLayout(parent) {}

LabelledRows::~LabelledRows() = default;

// Without the cache of QWidgetItemV2: what is asked is what the widget says now.
std::unique_ptr<QLayoutItem> LabelledRows::itemOf(QWidget* widget) {
    addChildWidget(widget);
    return std::make_unique<QWidgetItem>(widget);
}

void LabelledRows::addRow(QWidget* label, QWidget* field) {
    rows_.push_back({itemOf(label), itemOf(field)});
    invalidate();
}

void LabelledRows::addRow(const QString& label, QWidget* field) {
    if (label.isEmpty()) return addRow(nothing(), field);
    auto* text = new QLabel(label);
    text->setBuddy(field);
    addRow(text, field);
}

void LabelledRows::addRow(QWidget* wide) {
    rows_.push_back({nullptr, itemOf(wide)});
    invalidate();
}

void LabelledRows::setRowVisible(QWidget* field, bool visible) {
    for (const Row& row : rows_) {
        if (row.field->widget() != field) continue;
        field->setVisible(visible);
        if (row.label) row.label->widget()->setVisible(visible);
    }
}

void LabelledRows::setLeastLabelWidth(int width) {
    leastLabelWidth_ = width;
    invalidate();
}

void LabelledRows::addItem(QLayoutItem* item) {
    rows_.push_back({nullptr, std::unique_ptr<QLayoutItem>(item)});
}

int LabelledRows::count() const {
    int items = 0;
    for (const Row& row : rows_) items += row.label ? 2 : 1;
    return items;
}

QLayoutItem* LabelledRows::itemAt(int index) const {
    for (const Row& row : rows_) {
        if (row.label && index-- == 0) return row.label.get();
        if (index-- == 0) return row.field.get();
    }
    return nullptr;
}

// Called when a widget is deleted: a row without its field is none.
QLayoutItem* LabelledRows::takeAt(int index) {
    for (auto row = rows_.begin(); row != rows_.end(); ++row) {
        if (row->label && index-- == 0) return row->label.release();
        if (index-- != 0) continue;
        QLayoutItem* field = row->field.release();
        rows_.erase(row);
        return field;
    }
    return nullptr;
}

bool LabelledRows::isShown(const Row& row) {
    return !row.field->isEmpty();
}

// The widest label that leaves its field the room it needs.
int LabelledRows::columnAt(int width) const {
    int column = leastLabelWidth_;
    for (const Row& row : rows_) {
        if (!row.label || !isShown(row)) continue;
        const int label = row.label->sizeHint().width();
        if (label + besideLabel + row.field->minimumSize().width() <= width) column = std::max(column, label);
    }
    return column;
}

int LabelledRows::placeRow(const Row& row, const QRect& room, int column, bool move) const {
    const int least = row.field->minimumSize().width();
    const bool above = row.label && row.label->sizeHint().width() > 0;
    const bool beside = row.label && column > 0 && row.label->sizeHint().width() <= column &&
                        column + besideLabel + least <= room.width();
    QRect label, field = room;
    if (row.label) label = QRect(room.topLeft(), QSize(room.width(), heightOf(*row.label, room.width())));
    if (beside) field.setLeft(room.left() + column + besideLabel);
    if (above && !beside) field.setTop(label.bottom() + 1 + belowLabel);
    if (row.label && keepsItsWidth(*row.field))
        field.setWidth(std::min(field.width(), row.field->sizeHint().width()));
    field.setHeight(heightOf(*row.field, field.width()));
    if (beside) {
        label.setWidth(column);
        label.setHeight(std::max(label.height(), field.height())); // in the middle beside it
    }
    if (move) {
        if (row.label) row.label->setGeometry(label);
        row.field->setGeometry(field);
    }
    return (row.label ? std::max(label.bottom(), field.bottom()) : field.bottom()) + 1 - room.top();
}

int LabelledRows::arrange(const QRect& place, bool move) const {
    const QMargins margins = contentsMargins();
    const QRect inside = place.marginsRemoved(margins);
    const int column = columnAt(inside.width());
    int top = inside.top();
    for (const Row& row : rows_) {
        if (!isShown(row)) continue;
        if (top > inside.top()) top += betweenRows;
        top += placeRow(row, QRect(inside.left(), top, inside.width(), 0), column, move);
    }
    return top + margins.bottom() - place.top();
}

int LabelledRows::heightForWidth(int width) const {
    return arrange(QRect(0, 0, width, 0), false);
}

void LabelledRows::setGeometry(const QRect& place) {
    QLayout::setGeometry(place);
    arrange(place, true);
}

QSize LabelledRows::sizeHint() const {
    int label = leastLabelWidth_, field = 0, wide = 0;
    for (const Row& row : rows_) {
        if (!isShown(row)) continue;
        if (row.label) label = std::max(label, row.label->sizeHint().width());
        (row.label ? field : wide) = std::max(row.label ? field : wide, row.field->sizeHint().width());
    }
    const QMargins margins = contentsMargins();
    const int width = std::max(label + besideLabel + field, wide) + margins.left() + margins.right();
    return {width, heightForWidth(width)};
}

QSize LabelledRows::minimumSize() const {
    int width = 0;
    for (const Row& row : rows_) {
        if (!isShown(row)) continue;
        if (row.label) width = std::max(width, row.label->minimumSize().width());
        width = std::max(width, row.field->minimumSize().width());
    }
    const QMargins margins = contentsMargins();
    return {width + margins.left() + margins.right(), sizeHint().height()};
}

} // namespace kinelens::ui
