// RoomyRows: the rows of a list with some air between them. Without it the ring of the focus lies over the
// letters of the first and the last.
#pragma once

#include <QStyledItemDelegate>
#include <algorithm>

namespace kinelens::ui {

class RoomyRows : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QSize own = QStyledItemDelegate::sizeHint(option, index);
        return {own.width(), std::max(own.height(), option.fontMetrics.height() + 8)};
    }
};

} // namespace kinelens::ui
