#include "viz/charts/figure_sheet.h"

#include "viz/charts/drawing_file.h"
#include "viz/palette/qt_theme.h"

#include <QPainter>
#include <algorithm>

namespace kinelens::viz {
namespace {

constexpr double gap = 8;

// Equal cells: the largest part's.
struct Arrangement {
    QSizeF cell;
    int columns = 1, rows = 0;
    MapFigure foot; // as wide as the sheet

    QPointF place(std::size_t part) const {
        const int row = static_cast<int>(part) / columns, column = static_cast<int>(part) % columns;
        return {column * (cell.width() + gap), row * (cell.height() + gap)};
    }
    double foot_top() const { return rows * (cell.height() + gap); }
};

Arrangement arranged(const FigureSheet& sheet) {
    Arrangement made;
    for (const MapFigure& part : sheet.parts) made.cell = made.cell.expandedTo(figure_size(part));
    const int count = static_cast<int>(sheet.parts.size());
    made.columns = std::clamp(sheet.columns, 1, std::max(1, count));
    made.rows = (count + made.columns - 1) / made.columns;
    made.foot = sheet.foot;
    made.foot.size = {made.columns * made.cell.width() + (made.columns - 1) * gap, 0};
    return made;
}

QSizeF size_of(const Arrangement& made) {
    return {made.foot.size.width(), made.foot_top() + figure_size(made.foot).height()};
}

} // namespace

QSizeF sheet_size(const FigureSheet& sheet) {
    return size_of(arranged(sheet));
}

void paint_sheet(QPainter& painter, const FigureSheet& sheet) {
    const Arrangement made = arranged(sheet);
    painter.fillRect(QRectF(QPointF(0, 0), size_of(made)), to_qcolor(sheet.foot.ground));
    const auto at = [&](QPointF place, const MapFigure& figure) {
        painter.save();
        painter.translate(place);
        paint_figure(painter, figure);
        painter.restore();
    };
    for (std::size_t i = 0; i < sheet.parts.size(); ++i) at(made.place(i), sheet.parts[i]);
    at({0, made.foot_top()}, made.foot);
}

QByteArray sheet_svg(const FigureSheet& sheet) {
    const Arrangement made = arranged(sheet);
    QString body;
    for (std::size_t i = 0; i < sheet.parts.size(); ++i)
        body += svg_group(sheet.parts[i], made.place(i), QStringLiteral("p%1-").arg(i));
    body += svg_group(made.foot, {0, made.foot_top()}, QStringLiteral("foot-"));
    return svg_document(size_of(made), sheet.foot.ground, body).toUtf8();
}

bool write_sheet(const QString& file, const FigureSheet& sheet, double scale) {
    return write_drawing(file,
                         {sheet_size(sheet), [&](QPainter& painter) { paint_sheet(painter, sheet); },
                          [&] { return sheet_svg(sheet); }},
                         scale);
}

int fitting_columns(int parts, QSizeF room) {
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= parts; ++columns) {
        const int rows = (parts + columns - 1) / columns;
        const double side = std::min(room.width() / columns, room.height() / rows);
        if (side <= largest) continue;
        largest = side;
        best = columns;
    }
    return best;
}

} // namespace kinelens::viz
