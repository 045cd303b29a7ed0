// ConfusionMatrix: who was taken for whom. Rows are the truth, columns what was said. The wheel zooms about
// the cursor, dragging pans, double-click fits; clicking chooses a cell, arrow keys move the choice (with Alt
// as well: Left and Right alone may be the window's). What is under the pointer is told by a signal, for
// whoever shows it beside the matrix: a tool tip would lie on the very row and column that are compared.
#pragma once

#include "viz/charts/confusion_counts.h"
#include "viz/charts/confusion_layout.h"

#include <QWidget>

namespace kinelens::viz {

struct ConfusionCell {
    std::size_t truth = 0, said = 0;
    bool operator==(const ConfusionCell&) const = default;
};

class ConfusionMatrix : public QWidget {
    Q_OBJECT
public:
    explicit ConfusionMatrix(QWidget* parent = nullptr);

    void setCounts(ConfusionCounts counts);
    void setNormalised(bool on); // shares of the truth instead of counts
    void setOrder(ConfusionOrder order);
    // How many sequences of each cell are selected in the program, (C, C); those cells are framed.
    void setSelected(std::vector<std::int64_t> counts);
    void fit();
    std::optional<ConfusionCell> chosen() const { return chosen_; }

    QSize minimumSizeHint() const override { return {220, 180}; }
    QSize sizeHint() const override { return {520, 480}; }
    std::int64_t selectedAt(std::size_t truth, std::size_t said) const; // as told by setSelected()

    // "a taken for b: 3 of 20 (15 %)"
    QString wordsOf(const ConfusionCell& cell) const;
    QRectF boxOf(const ConfusionCell& cell) const;

signals:
    void cellChosen(int truth, int said);
    // Of the cell or the class name under the pointer, otherwise of the chosen cell; empty: neither.
    void told(const QString& words);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    std::optional<ConfusionCell> cellAt(const ConfusionLayout::Spot& spot) const; // in the classes' order
    std::size_t placeOf(std::size_t label) const;
    void setHover(const ConfusionLayout::Spot& spot);
    void tell();
    void choose(std::size_t row, std::size_t column);
    void drawCells(QPainter& painter) const;
    void drawLabels(QPainter& painter) const;
    void drawRowName(QPainter& painter, std::size_t row) const;
    void drawColumnName(QPainter& painter, std::size_t column) const;
    void drawSelected(QPainter& painter, QColor colour) const;
    QString wordsOfTruth(std::size_t label) const;
    QString wordsOfSaid(std::size_t label) const;

    ConfusionCounts counts_;
    std::vector<std::int64_t> selected_; // (C, C) or empty
    std::vector<std::size_t> order_;
    ConfusionOrder orderKind_ = ConfusionOrder::classes;
    bool normalised_ = true;
    ConfusionLayout layout_;
    QPointF pressed_;
    bool dragged_ = false;
    std::optional<ConfusionCell> chosen_;
    ConfusionLayout::Spot hover_;
    QString told_;
};

} // namespace kinelens::viz
