#include "viz/charts/map_figure.h"

#include "viz/palette/qt_theme.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <cmath>

namespace kinelens::viz {
namespace {

constexpr double margin = 12;

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
    double x = margin, y = figure.size.height() + margin + foot.line / 2;
    for (std::size_t i = 0; i < figure.styles.size(); ++i) {
        const QString& name = figure.styles[i].name;
        if (name.isEmpty()) continue;
        const double width = metrics.horizontalAdvance(name) + 2 * foot.line;
        if (x > margin && x + width > figure.size.width() - margin) {
            x = margin;
            y += foot.line;
        }
        foot.legend.push_back({{x + foot.line / 2, y}, static_cast<int>(i)});
        x += width;
    }
    if (!foot.legend.empty()) y += foot.line;
    QStringList lines;
    for (const QString& part : figure.caption)
        lines << wrapped(part, metrics, figure.size.width() - 2 * margin, lines);
    for (const QString& line : lines) {
        foot.caption.emplace_back(y + metrics.ascent() / 2, line);
        y += foot.line;
    }
    const bool any = !foot.legend.empty() || !foot.caption.empty();
    foot.height = any ? y - foot.line / 2 + margin - figure.size.height() : 0;
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

bool save(const QString& file, const QByteArray& bytes) {
    QSaveFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit();
}

QByteArray pdf_of(const MapFigure& figure) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    constexpr int dots_an_inch = 96; // one pixel of the screen is one unit of the page
    writer.setResolution(dots_an_inch);
    writer.setPageSize(
        QPageSize(figure_size(figure) * 72 / dots_an_inch, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setCreator(QStringLiteral("Kinelens"));
    QPainter painter(&writer);
    paint_figure(painter, figure);
    painter.end();
    return bytes;
}

QByteArray png_of(const MapFigure& figure, double scale) {
    QImage image((figure_size(figure) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    paint_figure(painter, figure);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") ? bytes : QByteArray();
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
    for (const auto& [base, words] : foot.caption) painter.drawText(QPointF(margin, base), words);
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

QByteArray figure_svg(const MapFigure& figure) {
    const QSizeF size = figure_size(figure);
    const QFontMetricsF metrics(QGuiApplication::font());
    QString out = QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                 "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                                 "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"%1\" height=\"%2\" "
                                 "viewBox=\"0 0 %1 %2\" font-family=\"%3\" font-size=\"%4\">\n<defs>\n")
                      .arg(number(size.width()), number(size.height()),
                           QGuiApplication::font().family().toHtmlEscaped(), number(metrics.height() * 0.8));
    for (std::size_t i = 0; i < figure.styles.size(); ++i)
        out +=
            QStringLiteral("<path id=\"m%1\" d=\"%2\" fill=\"%3\"/>\n")
                .arg(i)
                .arg(svg_path(mark_path(figure.styles[i].mark, figure.radius)), hex(figure.styles[i].colour));
    out += QStringLiteral("<clipPath id=\"map\"><rect width=\"%1\" height=\"%2\"/></clipPath>\n</defs>\n"
                          "<rect width=\"100%\" height=\"100%\" fill=\"%3\"/>\n<g clip-path=\"url(#map)\">\n")
               .arg(number(figure.size.width()), number(figure.size.height()), hex(figure.ground));
    for (const MapFigure::Dot& dot : figure.dots)
        out += QStringLiteral("<use xlink:href=\"#m%1\" x=\"%2\" y=\"%3\"/>\n")
                   .arg(dot.style)
                   .arg(number(dot.place.x()), number(dot.place.y()));
    for (const QPolygonF& line : figure.lines) {
        out += QStringLiteral("<polyline fill=\"none\" stroke=\"%1\" stroke-width=\"2\" points=\"")
                   .arg(hex(figure.line));
        for (const QPointF& point : line)
            out += number(point.x()) + QLatin1Char(',') + number(point.y()) + QLatin1Char(' ');
        out += QStringLiteral("\"/>\n");
    }
    for (const MapFigure::Text& label : figure.labels)
        out += svg_text(label.box.center().x(), label.box.center().y() + metrics.ascent() * 0.38, label.words,
                        figure.text, " text-anchor=\"middle\"");
    out += QStringLiteral("</g>\n");
    const Foot foot = foot_of(figure);
    for (const Foot::Entry& entry : foot.legend) {
        const FigureStyle& style = figure.styles[static_cast<std::size_t>(entry.style)];
        out += QStringLiteral("<path d=\"%1\" fill=\"%2\"/>\n")
                   .arg(svg_path(mark_path(style.mark, foot.line * 0.22).translated(entry.place)),
                        hex(style.colour));
        out += svg_text(entry.place.x() + foot.line * 0.6, entry.place.y() + metrics.ascent() * 0.38,
                        style.name, figure.text);
    }
    for (const auto& [base, words] : foot.caption) out += svg_text(margin, base, words, figure.text);
    return (out + QStringLiteral("</svg>\n")).toUtf8();
}

bool write_figure(const QString& file, const MapFigure& figure, double scale) {
    if (file.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive)) return save(file, figure_svg(figure));
    const bool pdf = file.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive);
    const QByteArray bytes = pdf ? pdf_of(figure) : png_of(figure, scale);
    return !bytes.isEmpty() && save(file, bytes);
}

} // namespace kinelens::viz
