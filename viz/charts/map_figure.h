// MapFigure: a point map as values: what is shown is what is exported, as picture, PDF or SVG.
#pragma once

#include "viz/charts/point_marks.h"

#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <vector>

class QPainter;

namespace kinelens::viz {

struct FigureStyle {
    Mark mark = Mark::disc;
    Colour colour;
    QString name; // in the legend; empty: not listed
};

struct MapFigure {
    struct Dot {
        QPointF place;
        int style = 0;
    };
    struct Text {
        QString words;
        QRectF box;
    };
    QSizeF size; // of the map itself; legend and caption stand below
    Colour ground, text, line;
    double radius = 3;
    std::vector<FigureStyle> styles;
    std::vector<Dot> dots; // later ones on top
    std::vector<Text> labels;
    std::vector<QPolygonF> lines;
    QStringList caption; // lines
};

// With legend and caption.
QSizeF figure_size(const MapFigure& figure);
void paint_figure(QPainter& painter, const MapFigure& figure);
QByteArray figure_svg(const MapFigure& figure);

// For several figures in one document: each stands at its place, and what it defines begins with its prefix.
QString svg_group(const MapFigure& figure, QPointF place, const QString& prefix);
QString svg_document(QSizeF size, Colour ground, const QString& body);

// By the file's ending: .svg, .pdf, or a picture (.png) of `scale` pixels a unit. False: not written. The
// file appears whole or not at all.
bool write_figure(const QString& file, const MapFigure& figure, double scale = 2);

} // namespace kinelens::viz
