// Columns and rows of widgets: a layout with its margins and the space between its parts, in one line.
#pragma once

#include <QBoxLayout>
#include <QMargins>

namespace kinelens::ui {

// Without a widget they become part of another layout. Spaces in pixels.
inline QVBoxLayout* makeColumn(QWidget* widget = nullptr, QMargins margins = {}, int between = 0) {
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(margins);
    column->setSpacing(between);
    return column;
}

inline QHBoxLayout* makeRow(QWidget* widget = nullptr, QMargins margins = {}, int between = 0) {
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(margins);
    row->setSpacing(between);
    return row;
}

} // namespace kinelens::ui
