#include "ui/windows/desktop.h"

#include "ui/jobs/verb_process.h"

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
    , scanner((preferences.useFolders(places.data, places.runs), existing(preferences.runsFolder()))) {
    QObject::connect(&runner, &JobRunner::changed, &scanner, &RunScanner::lookNow);
    undo.addStack(&workspace.undoStack());
    undo.addStack(&labels.undoStack());
    undo.setActiveStack(&workspace.undoStack());
}

QString Desktop::sessionFile() const {
    if (workspace.file().isEmpty()) return stateFolder + QStringLiteral("/session.json");
    return workspace.file() + QStringLiteral("-session.json");
}

} // namespace kinelens::ui
