// WorthTable: precision, recall and average precision of the first run at one overlap, in both definitions.
#pragma once

#include <QWidget>
#include <array>

class QLabel;

namespace kinelens {
struct DetectionFigures;
}

namespace kinelens::ui {

class Detections;

class WorthTable : public QWidget {
    Q_OBJECT
public:
    explicit WorthTable(Detections& detections, QWidget* parent = nullptr);

    QString textAt(int row, int column) const; // column 0: this recording, 1: all
    QString toolTipAt(int row, int column) const;
    static constexpr int rows = 6;

private:
    void refresh();
    void showClasses(std::size_t row, std::size_t column, const DetectionFigures& figures);

    Detections& detections_;
    QLabel* allTitle_;
    std::array<std::array<QLabel*, 2>, rows> figures_{};
    std::array<QString, rows> help_;
};

} // namespace kinelens::ui
