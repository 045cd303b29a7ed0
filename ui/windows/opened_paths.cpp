#include "ui/windows/opened_paths.h"

#include "core/experiment/run_status.h"
#include "core/results/embedding.h"

#include <QDir>
#include <QFileInfo>

namespace kinelens::ui {
namespace {
const QString predictionsName = QStringLiteral("predictions.json");
}

bool OpenedPaths::empty() const {
    return workspaces.isEmpty() && datasets.isEmpty() && maps.isEmpty() && runs.isEmpty() &&
           detections.isEmpty() && recordings.isEmpty();
}

OpenedPaths sortPaths(const QStringList& paths) {
    OpenedPaths sorted;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        const QString ending = info.suffix().toLower();
        if (info.isDir() && is_run_folder(path.toStdString()))
            sorted.runs << path;
        else if (info.fileName() == predictionsName ||
                 (info.isDir() && QFileInfo::exists(QDir(path).filePath(predictionsName))))
            sorted.detections << path;
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
