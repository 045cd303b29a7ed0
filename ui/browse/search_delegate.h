// SearchDelegate: cells of the sequences' table, with what the search found marked in them.
#pragma once

#include <QStyledItemDelegate>

namespace kinelens::ui {

class SequenceTableModel;

class SearchDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit SearchDelegate(const SequenceTableModel& model, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    const SequenceTableModel& model_;
};

struct TextPart {
    qsizetype first = 0, length = 0;
    bool operator==(const TextPart&) const = default;
};

// Where `words` stand in `text`, in whatever case: ascending, those that touch or overlap as one.
QList<TextPart> foundParts(const QString& text, const QStringList& words);

} // namespace kinelens::ui
