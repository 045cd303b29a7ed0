// BoardDelegate: a cell of the paper board: the paper's number small above, ours below it.
#pragma once

#include <QStyledItemDelegate>

namespace kinelens::ui {

class BoardDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace kinelens::ui
