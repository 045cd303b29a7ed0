// The vertical line under the mouse and the box with every series' exact value there. The box stays within
// what can be seen of the chart: where not all rows fit, those whose lines pass nearest the mouse are told.
#pragma once

#include "viz/charts/chart_data.h"
#include "viz/palette/palette.h"

#include <QFont>
#include <QPoint>
#include <QSize>
#include <QStringList>
#include <vector>

class QCustomPlot;
class QCPItemStraightLine;
class QCPItemText;

namespace kinelens::viz {

class ChartHover {
public:
    explicit ChartHover(QCustomPlot* plot);
    void applyTheme(const Palette& colours, const QFont& font);
    void show(const QPoint& place, const std::vector<ChartSeries>& series,
              const std::vector<std::vector<double>>& shown);
    // The same of new values or another size; nothing while nothing is shown.
    void follow(const std::vector<ChartSeries>& series, const std::vector<std::vector<double>>& shown);
    void hide();

private:
    struct Row {
        QString name, value;
        double distance = 0; // of its line to the mouse, in pixels
    };
    void write(const QString& heading, std::vector<Row> rows, const QPoint& place);
    QStringList fitted(const QString& heading, std::vector<Row> rows, QSize room) const;

    QCustomPlot* plot_;
    QCPItemStraightLine* line_;
    QCPItemText* box_;
    QPoint mouse_;
};

} // namespace kinelens::viz
