// LabelledRows: labels with their fields, below each other. Where there is room a field stands beside its
// label, all in one column; where a row finds none, its label stands above its field. (QFormLayout's own
// wrapping of long rows loses a field's height at some widths, seen with Qt 6.4.)
#pragma once

#include <QLayout>
#include <memory>
#include <vector>

namespace kinelens::ui {

class LabelledRows : public QLayout {
    Q_OBJECT
public:
    explicit LabelledRows(QWidget* parent = nullptr);
    ~LabelledRows() override;

    void addRow(QWidget* label, QWidget* field);
    void addRow(const QString& label, QWidget* field); // empty: none, but the field stands in their column
    void addRow(QWidget* wide);                        // over the whole width
    void setRowVisible(QWidget* field, bool visible);
    // Forms that stand above each other share a column.
    void setLeastLabelWidth(int width);

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect& place) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }

private:
    struct Row {
        std::unique_ptr<QLayoutItem> label, field; // no label: over the whole width
    };

    static bool isShown(const Row& row);
    std::unique_ptr<QLayoutItem> itemOf(QWidget* widget);
    int columnAt(int width) const;
    int placeRow(const Row& row, const QRect& room, int column, bool move) const;
    int arrange(const QRect& place, bool move) const; // the height that it takes

    std::vector<Row> rows_;
    int leastLabelWidth_ = 0;
};

} // namespace kinelens::ui
