#include "ui/browse/search_delegate.h"

#include "ui/browse/sequence_table_model.h"
#include "viz/palette/qt_theme.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>

namespace kinelens::ui {
namespace {

// The parts of a field that the search looks at.
bool isSearched(int column) {
    return column == static_cast<int>(SequenceColumn::name) ||
           column == static_cast<int>(SequenceColumn::sequenceClass);
}

// A text marker's yellow on either ground; the cell's own ink stays legible on it.
QColor markerColour(const QPalette& palette) {
    const viz::Palette colours = viz::palette_for(viz::theme_of(palette));
    return viz::to_qcolor(viz::mix(colours.base, colours.warning, 0.3));
}

} // namespace

QList<TextPart> foundParts(const QString& text, const QStringList& words) {
    QList<TextPart> parts;
    for (const QString& word : words)
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0 && !word.isEmpty();
             at = text.indexOf(word, at + 1, Qt::CaseInsensitive))
            parts.append({at, word.size()});
    std::ranges::sort(parts, {}, &TextPart::first);
    QList<TextPart> joined;
    for (const TextPart& part : parts) {
        if (joined.isEmpty() || joined.last().first + joined.last().length < part.first) {
            joined.append(part);
            continue;
        }
        TextPart& last = joined.last();
        last.length = std::max(last.length, part.first + part.length - last.first);
    }
    return joined;
}

SearchDelegate::SearchDelegate(const SequenceTableModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , model_(model) {}

void SearchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const QStringList words = isSearched(index.column()) ? model_.filter().words() : QStringList();
    if (words.isEmpty()) return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    // As the style itself places and shortens it.
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, cell.widget) + 1;
    const QRect room = style->subElementRect(QStyle::SE_ItemViewItemText, &cell, cell.widget)
                           .adjusted(margin, 0, -margin, 0);
    const QString text = cell.fontMetrics.elidedText(cell.text, cell.textElideMode, room.width());
    cell.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    painter->save();
    painter->setFont(cell.font);
    const auto advance = [&](qsizetype count) {
        return cell.fontMetrics.horizontalAdvance(text.left(count));
    };
    for (const TextPart& part : foundParts(text, words)) {
        const int left = room.left() + advance(part.first);
        const int right = room.left() + advance(part.first + part.length);
        painter->fillRect(QRect(left, room.top() + 2, right - left, room.height() - 4),
                          markerColour(cell.palette));
    }
    const bool selected = cell.state & QStyle::State_Selected;
    const bool active = cell.state & QStyle::State_Active;
    painter->setPen(cell.palette.color(active ? QPalette::Active : QPalette::Inactive,
                                       selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    painter->restore();
}

} // namespace kinelens::ui
