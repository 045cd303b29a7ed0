// FigureSheet: several maps side by side, each with its own caption, over one legend and one caption for all.
#pragma once

#include "viz/charts/map_figure.h"

namespace kinelens::viz {

struct FigureSheet {
    std::vector<MapFigure> parts; // row by row
    int columns = 1;
    MapFigure foot; // its legend and caption; the sheet's width is set here
};

QSizeF sheet_size(const FigureSheet& sheet);
void paint_sheet(QPainter& painter, const FigureSheet& sheet);
QByteArray sheet_svg(const FigureSheet& sheet);

// As write_figure().
bool write_sheet(const QString& file, const FigureSheet& sheet, double scale = 2);

// How many columns give `parts` equal cells in `room` the largest shorter side.
int fitting_columns(int parts, QSizeF room);

} // namespace kinelens::viz
