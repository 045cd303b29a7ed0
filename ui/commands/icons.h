// Icons of the Breeze theme, recoloured for dark windows.
#pragma once

#include <QIcon>

namespace kinelens::ui {

// Call when the theme changes; icons that are shown already follow.
void setIconTheme(bool dark);

QIcon icon(const QString& name);

} // namespace kinelens::ui
