// Names at the ends of a chart's lines, moved apart where they would cover each other.
#pragma once

#include "viz/charts/chart_data.h"
#include "viz/palette/palette.h"

#include <QFont>
#include <QPointer>
#include <vector>

class QCustomPlot;
class QCPItemText;

namespace kinelens::viz {

class ChartLabels {
public:
    explicit ChartLabels(QCustomPlot* plot)
        : plot_(plot) {}
    void place(const std::vector<ChartSeries>& series, const std::vector<std::vector<double>>& shown,
               Theme theme, const QFont& font);

private:
    QCustomPlot* plot_;
    std::vector<QCPItemText*> items_;
};

// Moves sorted places apart to at least `gap`, keeping them within [low, high] where that is possible.
std::vector<double> spread_apart(std::vector<double> places, double gap, double low, double high);

} // namespace kinelens::viz
