#include "ui/evaluate/board_delegate.h"

#include "ui/evaluate/paper_board_model.h"
#include "viz/palette/qt_theme.h"

#include <QPainter>

namespace kinelens::ui {
namespace {

constexpr int cell_margin = 8;

} // namespace

void BoardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const auto state = static_cast<CellState>(index.data(PaperBoardModel::StateRole).toInt());
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    if (index.column() == 0) {
        const bool title = index.siblingAtColumn(1).data(Qt::DisplayRole).isNull();
        plain.font.setWeight(title ? QFont::DemiBold : QFont::Normal);
        return QStyledItemDelegate::paint(painter, plain, index);
    }
    plain.text.clear();
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);
    if (state == CellState::heading || state == CellState::none) return;
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const viz::Palette colours = viz::palette_for(viz::theme_of(option.palette));
    const auto colour = [&](const viz::Colour& usual) {
        return viz::to_qcolor(chosen ? colours.selection_text : usual);
    };
    const QRect room = option.rect.adjusted(cell_margin, 2, -cell_margin, -2);
    const int line = option.fontMetrics.height();
    painter->save();
    painter->setFont(option.font);
    const QString printed = index.data(PaperBoardModel::PaperRole).toString();
    painter->setPen(colour(colours.muted_text));
    painter->drawText(QRect(room.left(), room.top(), room.width(), line), Qt::AlignRight | Qt::AlignVCenter,
                      printed.isEmpty() ? QStringLiteral("–") : printed);
    QFont strong = option.font;
    if (state == CellState::found) strong.setWeight(QFont::DemiBold);
    strong.setUnderline(state == CellState::ready);
    painter->setFont(strong);
    painter->setPen(colour(state == CellState::ready ? colours.accent : colours.text));
    painter->drawText(QRect(room.left(), room.bottom() - line + 1, room.width(), line),
                      Qt::AlignRight | Qt::AlignVCenter, index.data(PaperBoardModel::OursRole).toString());
    painter->restore();
}

QSize BoardDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QSize usual = QStyledItemDelegate::sizeHint(option, index);
    const bool title = index.siblingAtColumn(1).data(Qt::DisplayRole).isNull();
    return {usual.width() + cell_margin, option.fontMetrics.height() * (title ? 1 : 2) + (title ? 12 : 6)};
}

} // namespace kinelens::ui
