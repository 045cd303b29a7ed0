#include "viz/palette/theme_style.h"

#include "viz/palette/qt_theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace kinelens::viz {
namespace {

// A check box: framed, filled with the accent and ticked when it is on.
void draw_check(QPainter& painter, const QStyleOption& option, const Palette& colours) {
    const bool on = option.state & QStyle::State_On;
    const bool partly = option.state & QStyle::State_NoChange;
    const bool enabled = option.state & QStyle::State_Enabled;
    const double side = std::min({option.rect.width(), option.rect.height(), 15}) - 1;
    const QPointF centre = QRectF(option.rect).center();
    const QRectF box(centre.x() - side / 2, centre.y() - side / 2, side, side);
    const Colour edge = on || partly ? colours.accent : colours.axis;
    painter.setOpacity(enabled ? 1 : 0.5);
    painter.setPen(QPen(to_qcolor(option.state & QStyle::State_HasFocus ? colours.focus : edge), 1));
    painter.setBrush(to_qcolor(on || partly ? colours.accent : colours.base));
    painter.drawRoundedRect(box, 2, 2);
    painter.setPen(QPen(to_qcolor(colours.text_on_accent), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (partly) painter.drawLine(QPointF(box.left() + 3, centre.y()), QPointF(box.right() - 3, centre.y()));
    if (!on) return;
    QPainterPath tick(QPointF(box.left() + 0.22 * side, box.top() + 0.52 * side));
    tick.lineTo(box.left() + 0.43 * side, box.top() + 0.73 * side);
    tick.lineTo(box.left() + 0.80 * side, box.top() + 0.28 * side);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(tick);
}

void draw_frame(QPainter& painter, const QStyleOption& option, const Palette& colours) {
    const bool focused = option.state & QStyle::State_HasFocus;
    painter.setPen(QPen(to_qcolor(focused ? colours.focus : colours.border), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
}

} // namespace

ThemeStyle::ThemeStyle()
    : QProxyStyle(QStringLiteral("Fusion")) {}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    const bool check = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    if (!check && element != PE_FrameLineEdit) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const Palette colours = palette_for(theme_of(option->palette));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    check ? draw_check(*painter, *option, colours) : draw_frame(*painter, *option, colours);
    painter->restore();
}

} // namespace kinelens::viz
