// The names of a chart's lines: at their ends, moved apart where they would cover each other; above the plot
// where the ends have no room for them without taking it from the lines.
#pragma once

#include "viz/charts/chart_data.h"
#include "viz/palette/line_styles.h"

#include <QFont>
#include <QRectF>
#include <QString>
#include <vector>

class QCustomPlot;
class QCPAbstractItem;
class QCPLayoutElement;

namespace kinelens::viz {

LineStyle style_of(const ChartSeries& series, Theme theme);

class ChartLabels {
public:
    explicit ChartLabels(QCustomPlot* plot);

    // What is to be named; written at the next replot, when the plot knows its size.
    void set(const std::vector<ChartSeries>& series, const std::vector<std::vector<double>>& shown,
             Theme theme, const QFont& font);
    // The whole name at a place of the plot whose name is cut there; else empty.
    QString cutNameAt(const QPointF& place) const;

private:
    struct Name {
        QString text;
        LineStyle style;
        double value = 0; // where the line ends
        bool percent = false;
        bool shared = false; // by several lines
    };
    struct Cut {
        QRectF place;
        QString whole;
    };
    void makeRoom();
    void makeRoomAbove(int width);
    void place();
    void placeAtEnds();
    void placeAbove();
    void write(const Name& name, QPointF left_middle, int room);
    void clear();

    QCustomPlot* plot_;
    QCPLayoutElement* above_; // keep free what the names need
    QCPLayoutElement* beside_;
    QFont font_;
    std::vector<Name> names_;
    std::vector<Name> different_;       // each text once: what several runs share
    std::vector<QPointF> above_places_; // of the different ones, where they stand above
    std::vector<QCPAbstractItem*> items_;
    std::vector<Cut> cut_;
    bool at_ends_ = true;
};

// Moves sorted places apart to at least `gap`, keeping them within [low, high] where that is possible.
std::vector<double> spread_apart(std::vector<double> places, double gap, double low, double high);

} // namespace kinelens::viz
