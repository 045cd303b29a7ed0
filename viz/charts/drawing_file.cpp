#include "viz/charts/drawing_file.h"

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace kinelens::viz {
namespace {

QByteArray pdf_of(const Drawing& drawing) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    constexpr int dots_an_inch = 96; // one pixel of the screen is one unit of the page
    writer.setResolution(dots_an_inch);
    writer.setPageSize(
        QPageSize(drawing.size * 72 / dots_an_inch, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setCreator(QStringLiteral("Kinelens"));
    QPainter painter(&writer);
    drawing.paint(painter);
    painter.end();
    return bytes;
}

QByteArray png_of(const Drawing& drawing, double scale) {
    QImage image((drawing.size * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    drawing.paint(painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") ? bytes : QByteArray();
}

} // namespace

bool write_drawing(const QString& file, const Drawing& drawing, double scale) {
    const auto ends = [&](const char* ending) {
        return file.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
    };
    const QByteArray bytes = ends(".svg")   ? drawing.svg()
                             : ends(".pdf") ? pdf_of(drawing)
                                            : png_of(drawing, scale);
    QSaveFile out(file);
    return !bytes.isEmpty() && out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() &&
           out.commit();
}

} // namespace kinelens::viz
