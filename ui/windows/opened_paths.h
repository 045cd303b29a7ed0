// What a person dropped or named: each path goes where it belongs.
#pragma once

#include <QStringList>

namespace kinelens::ui {

struct OpenedPaths {
    QStringList workspaces; // *.kinelens
    QStringList datasets;   // *.h5, *.hdf5
    QStringList maps;       // the same, of points on a map
    QStringList runs;       // run folders
    QStringList detections; // predictions.json, or a folder with it that is no run
    QStringList recordings; // everything else: to be imported
    bool empty() const;
};

OpenedPaths sortPaths(const QStringList& paths);

} // namespace kinelens::ui
