#include "viz/palette/theme_style.h"

#include "viz/palette/qt_theme.h"
#include "viz/palette/swatch.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QTableView>

namespace kinelens::viz {
namespace {

constexpr int extension_extent = 18; // of the button for what a tool bar has no room for, in pixels
constexpr int cell_margin = 5;       // at both sides of the text of a table's cell, in pixels

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

// A tool button that is on; Fusion's darker ground is not told from a released button's on a dark window.
void draw_held_button(QPainter& painter, const QStyleOption& option, const Palette& colours) {
    const bool enabled = option.state & QStyle::State_Enabled;
    painter.setPen(QPen(to_qcolor(enabled ? colours.accent : colours.border), 1));
    painter.setBrush(to_qcolor(mix(colours.panel, colours.accent, enabled ? 0.25 : 0.1)));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

// The current row of a list that has the keys; of other controls the focus ring tells.
void draw_focused_item(QPainter& painter, const QStyleOption& option, const Palette& colours) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(to_qcolor(colours.focus), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
}

void draw_nothing(QPainter&, const QStyleOption&, const Palette&) {}

using Draw = void (*)(QPainter&, const QStyleOption&, const Palette&);

// nullptr: as Fusion draws it.
Draw own_drawing(QStyle::PrimitiveElement element, const QStyleOption& option, const QWidget* widget) {
    switch (element) {
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        return draw_check;
    case QStyle::PE_FrameLineEdit:
        return draw_frame;
    case QStyle::PE_FrameFocusRect:
        return qobject_cast<const QAbstractItemView*>(widget) ? draw_focused_item : draw_nothing;
    case QStyle::PE_PanelButtonTool:
        return option.state & QStyle::State_On ? draw_held_button : nullptr;
    default:
        return nullptr;
    }
}

} // namespace

ThemeStyle::ThemeStyle()
    : QProxyStyle(QStringLiteral("Fusion")) {}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    const Draw draw = own_drawing(element, *option, widget);
    if (!draw) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const Palette colours = palette_for(theme_of(option->palette));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    draw(*painter, *option, colours);
    painter->restore();
}

// A number at the right of its cell and a text at the left of the next would read as one: "2 1 drop-out".
int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    if (metric == PM_ToolBarExtensionExtent) return extension_extent;
    return metric == PM_FocusFrameHMargin && qobject_cast<const QTableView*>(widget)
               ? cell_margin
               : QProxyStyle::pixelMetric(metric, option, widget);
}

// The titles of a table's columns stand above what they head.
void ThemeStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const {
    const bool title =
        element == CE_HeaderLabel && widget && qobject_cast<QTableView*>(widget->parentWidget());
    const int more = title ? cell_margin + 1 - proxy()->pixelMetric(PM_HeaderMargin, option, widget) : 0;
    const auto draw = [&](auto header) {
        header.rect.adjust(more, 0, -more, 0);
        QProxyStyle::drawControl(element, &header, painter, widget);
    };
    if (const auto* second = qstyleoption_cast<const QStyleOptionHeaderV2*>(option); second && more != 0)
        draw(*second);
    else if (const auto* first = qstyleoption_cast<const QStyleOptionHeader*>(option); first && more != 0)
        draw(*first);
    else
        QProxyStyle::drawControl(element, option, painter, widget);
}

// Fusion's own sign is black, whatever the ground.
QIcon ThemeStyle::standardIcon(StandardPixmap which, const QStyleOption* option,
                               const QWidget* widget) const {
    if (which == SP_ToolBarHorizontalExtensionButton) return more_sign(Qt::Horizontal);
    if (which == SP_ToolBarVerticalExtensionButton) return more_sign(Qt::Vertical);
    return QProxyStyle::standardIcon(which, option, widget);
}

} // namespace kinelens::viz
