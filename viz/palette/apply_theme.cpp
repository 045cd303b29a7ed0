#include "viz/palette/apply_theme.h"

#include "viz/palette/focus_ring.h"
#include "viz/palette/qt_theme.h"
#include "viz/palette/theme_style.h"

#include <QApplication>
#include <QToolTip>

namespace kinelens::viz {

void apply_theme(QApplication& application, Theme theme) {
    if (!qobject_cast<ThemeStyle*>(application.style())) QApplication::setStyle(new ThemeStyle);
    if (!application.findChild<FocusWatch*>()) new FocusWatch(application);
    const QPalette palette = qt_palette(theme);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace kinelens::viz
