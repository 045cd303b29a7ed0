// ConfusionLayout: where the cells and names of a confusion matrix lie on a widget: how large the cells are,
// which part of them is seen, and what lies under a place. Rows and columns are places in the shown order.
#pragma once

#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

class QWidget;

namespace kinelens::viz {

class ConfusionLayout {
public:
    static constexpr int gap = 6;              // pixels
    static constexpr double label_turn = 0.84; // of the columns' names, in radians

    // A cell, the name of a row or that of a column.
    struct Spot {
        std::optional<std::size_t> row, column;
        bool operator==(const Spot&) const = default;
    };

    explicit ConfusionLayout(const QWidget& widget); // in its room and font

    void setNames(std::vector<QString> names); // of the classes, in any order

    // As large as the cells may be with their names beside them; with many classes the names would lie on
    // each other, and the cells get their room.
    void fit();
    void zoom(double factor, QPointF about);
    void pan(QPointF pixels);

    double cell() const { return cell_; } // pixels
    QRectF grid() const;                  // where cells are drawn
    bool namesFit() const;                // beside the cells without lying on each other
    int labelWidth() const;               // 0 where names do not fit
    QRectF boxOf(std::size_t row, std::size_t column) const;
    QPointF columnLabel(std::size_t column) const; // where the turned name begins
    Spot spotAt(QPointF place) const;

private:
    int line() const; // pixels
    std::optional<std::size_t> placeAt(double pixel, double first) const;
    void keepInView();

    const QWidget& widget_;
    std::vector<QString> names_;
    double cell_ = 20;
    QPointF offset_; // of the first cell, in pixels to the left and above
};

} // namespace kinelens::viz
