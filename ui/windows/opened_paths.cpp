#include "ui/windows/opened_paths.h"

#include "core/experiment/run_folder.h"
#include "core/results/embedding.h"

#include <QFileInfo>

namespace kinelens::ui {

bool OpenedPaths::empty() const {
    return workspaces.isEmpty() && datasets.isEmpty() && maps.isEmpty() && runs.isEmpty() &&
           recordings.isEmpty();
}

OpenedPaths sortPaths(const QStringList& paths) {
    OpenedPaths sorted;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        const QString ending = info.suffix().toLower();
        if (info.isDir() && is_run_folder(path.toStdString()))
            sorted.runs << path;
        else if (ending == QStringLiteral("kinelens"))
            sorted.workspaces << path;
        else if (ending == QStringLiteral("h5") || ending == QStringLiteral("hdf5"))
            (is_embedding(path.toStdString()) ? sorted.maps : sorted.datasets) << path;
        else
            sorted.recordings << path;
    }
    return sorted;
}

} // namespace kinelens::ui
