#include "viz/palette/qt_theme.h"

#include "viz/palette/line_styles.h"

#include <QPen>

namespace kinelens::viz {
namespace {

void set_disabled(QPalette& palette, const Palette& colours) {
    const QColor faint = to_qcolor(mix(colours.muted_text, colours.panel, 0.4));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, to_qcolor(colours.border));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, faint);
}

void set_bevels(QPalette& palette, const Palette& colours) {
    const Colour black = rgb(0), white = rgb(0xFFFFFF);
    palette.setColor(QPalette::Light, to_qcolor(mix(colours.panel, white, 0.2)));
    palette.setColor(QPalette::Midlight, to_qcolor(mix(colours.panel, colours.border, 0.3)));
    palette.setColor(QPalette::Mid, to_qcolor(colours.border));
    palette.setColor(QPalette::Dark, to_qcolor(mix(colours.border, black, 0.25)));
    palette.setColor(QPalette::Shadow, to_qcolor(mix(colours.border, black, 0.6)));
}

} // namespace

QColor to_qcolor(Colour colour, int alpha) {
    return {colour.red, colour.green, colour.blue, alpha};
}

QPen to_qpen(const LineStyle& style) {
    QPen pen(to_qcolor(style.colour), style.width);
    pen.setCosmetic(true);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    if (!style.dashes.empty()) pen.setDashPattern(QList<qreal>(style.dashes.begin(), style.dashes.end()));
    return pen;
}

Theme theme_of(const QPalette& palette) {
    return palette.color(QPalette::Active, QPalette::Window).lightnessF() < 0.5F ? Theme::dark : Theme::light;
}

QPalette qt_palette(Theme theme) {
    const Palette colours = palette_for(theme);
    QPalette palette(to_qcolor(colours.panel), to_qcolor(colours.window));
    set_bevels(palette, colours);
    const std::pair<QPalette::ColorRole, Colour> roles[] = {
        {QPalette::Window, colours.window},
        {QPalette::WindowText, colours.text},
        {QPalette::Base, colours.base},
        {QPalette::AlternateBase, colours.stripe},
        {QPalette::Text, colours.text},
        {QPalette::PlaceholderText, colours.muted_text},
        {QPalette::Button, colours.panel},
        {QPalette::ButtonText, colours.text},
        {QPalette::BrightText, colours.error},
        {QPalette::Highlight, colours.selection},
        {QPalette::HighlightedText, colours.selection_text},
        {QPalette::Link, colours.accent},
        {QPalette::LinkVisited, colours.muted_text},
        {QPalette::ToolTipBase, colours.panel},
        {QPalette::ToolTipText, colours.text}};
    for (const auto& [role, colour] : roles) palette.setColor(role, to_qcolor(colour));
    set_disabled(palette, colours);
    return palette;
}

} // namespace kinelens::viz
