// ConfusionMatrix: who was taken for whom. Rows are the truth, columns what was said. The wheel zooms about
// the cursor, dragging pans, double-click fits; clicking chooses a cell, arrow keys move the choice (with Alt
// as well: Left and Right alone may be the window's). What is under the pointer is told by a signal, for
// whoever shows it beside the matrix: a tool tip would lie on the very row and column that are compared.
#pragma once

#include <QWidget>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kinelens::viz {

struct ConfusionCounts {
    std::vector<std::string> names;   // C classes
    std::vector<std::int64_t> counts; // (C, C), rows: truth

    std::size_t size() const { return names.size(); }
    std::int64_t at(std::size_t truth, std::size_t said) const { return counts[truth * size() + said]; }
    std::int64_t of_truth(std::size_t truth) const;
    double share(std::size_t truth, std::size_t said) const; // of the truth's sequences; 0 where it has none
};

enum class ConfusionOrder { classes, worst_first, confused_together };

// The classes in an order: as they come; by rising accuracy; each after the one that it is most often
// confused with.
std::vector<std::size_t> confusion_order(const ConfusionCounts& counts, ConfusionOrder order);

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
    static constexpr int gap = 6;
    static constexpr double label_turn = 0.84; // of the columns' names, in radians

    // What the pointer is on: a cell, the name of a row or that of a column.
    struct Hover {
        std::optional<std::size_t> row, column; // places in the order
        bool operator==(const Hover&) const = default;
    };

    QRectF grid() const;                           // where cells are drawn
    bool namesFit() const;                         // beside the cells without lying on each other
    int labelWidth() const;                        // 0 where names do not fit
    QPointF columnLabel(std::size_t column) const; // where the turned name begins
    std::optional<ConfusionCell> cellAt(const QPointF& place) const;
    std::optional<std::size_t> placeAt(double pixel, double first) const;
    std::size_t placeOf(std::size_t label) const;
    Hover hoverAt(const QPointF& place) const;
    void setHover(const Hover& hover);
    void tell();
    QRectF boxOf(std::size_t row, std::size_t column) const;
    void choose(std::size_t row, std::size_t column);
    void keepInView();
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
    double cell_ = 20; // pixels
    QPointF offset_;   // of the first cell, in pixels to the left and above
    QPointF pressed_;
    bool dragged_ = false;
    std::optional<ConfusionCell> chosen_;
    Hover hover_;
    QString told_;
};

} // namespace kinelens::viz
