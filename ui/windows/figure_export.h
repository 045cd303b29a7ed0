// A figure of maps without a window: for papers, and for tables that are made again by one command.
#pragma once

#include "core/foundation/result.h"

#include <QString>
#include <QStringList>

namespace kinelens::ui {

// `paths`: embedding files or folders of `embed` runs, shown side by side as in the window, and the dataset
// that their classes come from. `figure`: .png, .svg or .pdf. Errors: invalid_argument without any map;
// those of reading the files; not_found where the maps share no point; file_not_writable.
Result<void> exportMaps(const QString& figure, const QStringList& paths);

} // namespace kinelens::ui
