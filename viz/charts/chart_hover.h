// The vertical line under the mouse and the box with every series' exact value there.
#pragma once

#include "viz/charts/chart_data.h"
#include "viz/palette/palette.h"

#include <QFont>
#include <QPoint>
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

private:
    QCustomPlot* plot_;
    QCPItemStraightLine* line_;
    QCPItemText* box_;
};

} // namespace kinelens::viz
