#include "viz/charts/map_figure.h"

#include "viz/charts/drawing_file.h"
#include "viz/palette/qt_theme.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <cmath>

namespace kinelens::viz {
namespace {

constexpr double figure_margin = 12;

// Where legend and caption stand: the same for the painter and for SVG.
struct Foot {
    struct Entry {
        QPointF place; // of the mark
        int style = 0;
    };
    std::vector<Entry> legend;
    std::vector<std::pair<double, QString>> caption; // base lines
    double line = 0;                                 // height of a row
    double height = 0;
};

QString wrapped(const QString& words, const QFontMetricsF& metrics, double width, QStringList& lines) {
    QString line;
    for (const QString& word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
        if (metrics.horizontalAdvance(longer) > width && !line.isEmpty()) {
            lines << line;
            line = word;
        } else {
            line = longer;
        }
    }
    return line;
}

Foot foot_of(const MapFigure& figure) {
    const QFontMetricsF metrics(QGuiApplication::font());
    Foot foot;
    foot.line = std::ceil(metrics.height() * 1.25);
    double x = figure_margin, y = figure.size.height() + figure_margin + foot.line / 2;
    for (std::size_t i = 0; i < figure.styles.size(); ++i) {
        const QString& name = figure.styles[i].name;
        if (name.isEmpty()) continue;
        const double width = metrics.horizontalAdvance(name) + 2 * foot.line;
        if (x > figure_margin && x + width > figure.size.width() - figure_margin) {
            x = figure_margin;
            y += foot.line;
        }
        foot.legend.push_back({{x + foot.line / 2, y}, static_cast<int>(i)});
        x += width;
    }
    if (!foot.legend.empty()) y += foot.line;
    QStringList lines;
    for (const QString& part : figure.caption)
        lines << wrapped(part, metrics, figure.size.width() - 2 * figure_margin, lines);
    for (const QString& line : lines) {
        foot.caption.emplace_back(y + metrics.ascent() / 2, line);
        y += foot.line;
    }
    const bool any = !foot.legend.empty() || !foot.caption.empty();
    foot.height = any ? y - foot.line / 2 + figure_margin - figure.size.height() : 0;
    return foot;
}

QString number(double value) {
    return QString::number(value, 'f', 2);
}

QString hex(Colour colour) {
    return to_qcolor(colour).name();
}

QString svg_path(const QPainterPath& path) {
    QString text;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element& at = path.elementAt(i);
        if (at.type == QPainterPath::MoveToElement) text += QLatin1Char('M');
        if (at.type == QPainterPath::LineToElement) text += QLatin1Char('L');
        if (at.type == QPainterPath::CurveToElement) text += QLatin1Char('C');
        text += number(at.x) + QLatin1Char(' ') + number(at.y) + QLatin1Char(' ');
    }
    return text + QLatin1Char('Z');
}

QString svg_text(double x, double y, const QString& words, Colour colour, const char* more = "") {
    return QStringLiteral("<text x=\"%1\" y=\"%2\" fill=\"%3\"%4>%5</text>\n")
        .arg(number(x), number(y), hex(colour), QLatin1String(more), words.toHtmlEscaped());
}

QString svg_line(const QPolygonF& line, Colour colour) {
    QString out =
        QStringLiteral("<polyline fill=\"none\" stroke=\"%1\" stroke-width=\"2\" points=\"").arg(hex(colour));
    for (const QPointF& point : line)
        out += number(point.x()) + QLatin1Char(',') + number(point.y()) + QLatin1Char(' ');
    return out + QStringLiteral("\"/>\n");
}

QString svg_foot(const MapFigure& figure) {
    const QFontMetricsF metrics(QGuiApplication::font());
    const Foot foot = foot_of(figure);
    QString out;
    for (const Foot::Entry& entry : foot.legend) {
        const FigureStyle& style = figure.styles[static_cast<std::size_t>(entry.style)];
        out += QStringLiteral("<path d=\"%1\" fill=\"%2\"/>\n")
                   .arg(svg_path(mark_path(style.mark, foot.line * 0.22).translated(entry.place)),
                        hex(style.colour));
        out += svg_text(entry.place.x() + foot.line * 0.6, entry.place.y() + metrics.ascent() * 0.38,
                        style.name, figure.text);
    }
    for (const auto& [base, words] : foot.caption) out += svg_text(figure_margin, base, words, figure.text);
    return out;
}

void paint_foot(QPainter& painter, const MapFigure& figure) {
    const Foot foot = foot_of(figure);
    painter.setPen(to_qcolor(figure.text));
    for (const Foot::Entry& entry : foot.legend) {
        const FigureStyle& style = figure.styles[static_cast<std::size_t>(entry.style)];
        painter.fillPath(mark_path(style.mark, foot.line * 0.22).translated(entry.place),
                         to_qcolor(style.colour));
        painter.drawText(
            QRectF(entry.place.x() + foot.line * 0.6, entry.place.y() - foot.line / 2, 2000, foot.line),
            Qt::AlignLeft | Qt::AlignVCenter, style.name);
    }
    for (const auto& [base, words] : foot.caption) painter.drawText(QPointF(figure_margin, base), words);
}

} // namespace

QSizeF figure_size(const MapFigure& figure) {
    return {figure.size.width(), figure.size.height() + foot_of(figure).height};
}

void paint_figure(QPainter& painter, const MapFigure& figure) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(QGuiApplication::font());
    painter.fillRect(QRectF(QPointF(0, 0), figure_size(figure)), to_qcolor(figure.ground));
    std::vector<QPainterPath> marks;
    for (const FigureStyle& style : figure.styles) marks.push_back(mark_path(style.mark, figure.radius));
    painter.save();
    painter.setClipRect(QRectF(QPointF(0, 0), figure.size));
    for (const MapFigure::Dot& dot : figure.dots) {
        const auto style = static_cast<std::size_t>(dot.style);
        painter.fillPath(marks[style].translated(dot.place), to_qcolor(figure.styles[style].colour));
    }
    painter.setPen(QPen(to_qcolor(figure.line), 2));
    for (const QPolygonF& line : figure.lines) painter.drawPolyline(line);
    for (const MapFigure::Text& label : figure.labels) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(to_qcolor(figure.ground, 205));
        painter.drawRoundedRect(label.box, 3, 3);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(to_qcolor(figure.text));
        painter.drawText(label.box, Qt::AlignCenter, label.words);
    }
    painter.restore();
    paint_foot(painter, figure);
}

QString svg_document(QSizeF size, Colour ground, const QString& body) {
    const QFontMetricsF metrics(QGuiApplication::font());
    return QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                          "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"%1\" height=\"%2\" "
                          "viewBox=\"0 0 %1 %2\" font-family=\"%3\" font-size=\"%4\">\n"
                          "<rect width=\"100%\" height=\"100%\" fill=\"%5\"/>\n")
               .arg(number(size.width()), number(size.height()),
                    QGuiApplication::font().family().toHtmlEscaped(), number(metrics.height() * 0.8),
                    hex(ground)) +
           body + QStringLiteral("</svg>\n");
}

QString svg_group(const MapFigure& figure, QPointF place, const QString& prefix) {
    QString out = QStringLiteral("<g transform=\"translate(%1 %2)\">\n<defs>\n")
                      .arg(number(place.x()), number(place.y()));
    for (std::size_t i = 0; i < figure.styles.size(); ++i)
        out +=
            QStringLiteral("<path id=\"%1m%2\" d=\"%3\" fill=\"%4\"/>\n")
                .arg(prefix)
                .arg(i)
                .arg(svg_path(mark_path(figure.styles[i].mark, figure.radius)), hex(figure.styles[i].colour));
    out += QStringLiteral("<clipPath id=\"%1map\"><rect width=\"%2\" height=\"%3\"/></clipPath>\n</defs>\n"
                          "<g clip-path=\"url(#%1map)\">\n")
               .arg(prefix, number(figure.size.width()), number(figure.size.height()));
    for (const MapFigure::Dot& dot : figure.dots)
        out += QStringLiteral("<use xlink:href=\"#%1m%2\" x=\"%3\" y=\"%4\"/>\n")
                   .arg(prefix)
                   .arg(dot.style)
                   .arg(number(dot.place.x()), number(dot.place.y()));
    for (const QPolygonF& line : figure.lines) out += svg_line(line, figure.line);
    const QFontMetricsF metrics(QGuiApplication::font());
    for (const MapFigure::Text& label : figure.labels)
        out += svg_text(label.box.center().x(), label.box.center().y() + metrics.ascent() * 0.38, label.words,
                        figure.text, " text-anchor=\"middle\"");
    return out + QStringLiteral("</g>\n") + svg_foot(figure) + QStringLiteral("</g>\n");
}

QByteArray figure_svg(const MapFigure& figure) {
    return svg_document(figure_size(figure), figure.ground, svg_group(figure, {}, {})).toUtf8();
}

bool write_figure(const QString& file, const MapFigure& figure, double scale) {
    return write_drawing(file,
                         {figure_size(figure), [&](QPainter& painter) { paint_figure(painter, figure); },
                          [&] { return figure_svg(figure); }},
                         scale);
}

} // namespace kinelens::viz
