#include "ui/windows/desktop.h"

#include "ui/jobs/verb_process.h"
#include "viz/palette/class_numbers.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace kinelens::ui {
namespace {

QString ownFolder(const QString& chosen) {
    return chosen.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : chosen;
}

QString existing(const QString& folder) {
    QDir().mkpath(folder);
    return folder;
}

} // namespace

Desktop::Desktop(const DesktopPlaces& places)
    : program(places.program.isEmpty() ? commandLineProgram() : places.program)
    , stateFolder(ownFolder(places.state))
    , preferences(places.settings)
    , workspace(stateFolder)
    , labels(datasets, stateFolder)
    , detections(datasets, selection, labels)
    , runner(program)
    , scanner((preferences.useFolders(places.data, places.runs), existing(preferences.runsFolder())))
    , trash(scanner) {
    QObject::connect(&runner, &JobRunner::changed, &scanner, &RunScanner::lookNow);
    for (const auto changed : {&LabelDocument::reset, &LabelDocument::classesChanged})
        QObject::connect(&labels, changed, &labels, [this] { viz::set_open_classes(labels.classNames()); });
    undo.add(workspace.undoStack(), QCoreApplication::translate("Desktop", "Workspace"));
    undo.add(labels.undoStack(), QCoreApplication::translate("Desktop", "Labels"));
    undo.add(trash.undoStack(), QCoreApplication::translate("Desktop", "Runs"));
}

QString Desktop::sessionFile() const {
    if (workspace.file().isEmpty()) return stateFolder + QStringLiteral("/session.json");
    return workspace.file() + QStringLiteral("-session.json");
}

} // namespace kinelens::ui
