#include "viz/palette/swatch.h"

#include "viz/palette/class_numbers.h"
#include "viz/palette/line_styles.h"
#include "viz/palette/qt_theme.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>

namespace kinelens::viz {
namespace {

constexpr double swatch_side = 16;

class DrawnIcon : public QIconEngine {
public:
    explicit DrawnIcon(std::function<void(QPainter&, Theme)> draw)
        : draw_(std::move(draw)) {}

    void paint(QPainter* painter, const QRect& place, QIcon::Mode, QIcon::State) override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(QRectF(place).center());
        const double scale = std::min(place.width(), place.height()) / swatch_side;
        painter->scale(scale, scale);
        draw_(*painter, theme_of(QApplication::palette()));
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, picture.rect(), mode, state);
        return picture;
    }

    QIconEngine* clone() const override { return new DrawnIcon(*this); }

private:
    std::function<void(QPainter&, Theme)> draw_;
};

} // namespace

QIcon drawn_icon(std::function<void(QPainter&, Theme)> draw) {
    return QIcon(new DrawnIcon(std::move(draw)));
}

QIcon class_swatch(int label) {
    return drawn_icon([label](QPainter& painter, Theme theme) {
        painter.fillRect(QRectF(-swatch_side / 2, -swatch_side / 2, swatch_side, swatch_side),
                         to_qcolor(label_colour(label, theme)));
    });
}

QIcon line_swatch(int colour, int dashes) {
    return drawn_icon([=](QPainter& painter, Theme theme) {
        LineStyle style = line_style(colour, dashes, theme);
        style.width = 3;
        QPen pen = to_qpen(style);
        pen.setCosmetic(false);
        painter.setPen(pen);
        painter.drawLine(QPointF(-swatch_side / 2, 0), QPointF(swatch_side / 2, 0));
    });
}

QIcon shape_swatch(const QPainterPath& shape, std::function<Colour(Theme)> colour) {
    return drawn_icon([shape, colour = std::move(colour)](QPainter& painter, Theme theme) {
        painter.fillPath(shape, to_qcolor(colour(theme)));
    });
}

QIcon failure_sign() {
    return drawn_icon([](QPainter& painter, Theme theme) {
        const Palette colours = palette_for(theme);
        painter.setPen(Qt::NoPen);
        painter.setBrush(to_qcolor(colours.error));
        painter.drawEllipse(QPointF(), 7, 7);
        painter.setPen(QPen(to_qcolor(colours.base), 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(-3, -3), QPointF(3, 3));
        painter.drawLine(QPointF(-3, 3), QPointF(3, -3));
    });
}

QIcon more_sign(Qt::Orientation along) {
    return drawn_icon([along](QPainter& painter, Theme theme) {
        if (along == Qt::Vertical) painter.rotate(90);
        painter.setPen(
            QPen(to_qcolor(palette_for(theme).text), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        for (const double tip : {0.0, 5.0})
            painter.drawPolyline(QPolygonF({{tip - 4, -4}, {tip, 0}, {tip - 4, 4}}));
    });
}

} // namespace kinelens::viz
