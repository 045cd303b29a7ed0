#include "ui/commands/icons.h"

#include <QStringList>

namespace kinelens::ui {

void setIconTheme(bool dark) {
    static const QString place = QStringLiteral("/usr/share/icons");
    QStringList paths = QIcon::themeSearchPaths();
    if (!paths.contains(place)) QIcon::setThemeSearchPaths(paths << place);
    QIcon::setThemeName(dark ? QStringLiteral("breeze-dark") : QStringLiteral("breeze"));
}

QIcon icon(const QString& name) {
    return QIcon::fromTheme(name);
}

} // namespace kinelens::ui
