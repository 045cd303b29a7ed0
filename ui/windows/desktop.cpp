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
    QObject::connect(&trash, &RunTrash::taken, &shownEvaluation,
                     [this](const QString& folder) { forgetResultsIn(folder); });
    undo.add(workspace.undoStack(), QCoreApplication::translate("Desktop", "Workspace"));
    undo.add(labels.undoStack(), QCoreApplication::translate("Desktop", "Labels"));
    undo.add(trash.undoStack(), QCoreApplication::translate("Desktop", "Runs"));
}

// What a run found is not looked at any more once the run is in the trash.
void Desktop::forgetResultsIn(const QString& folder) {
    const auto within = [&](const QString& place) {
        return (place + QLatin1Char('/')).startsWith(folder + QLatin1Char('/'));
    };
    if (shownEvaluation.results() && within(shownEvaluation.results()->file)) shownEvaluation.clear();
    if (shownMap.map() && within(shownMap.map()->file)) shownMap.set(nullptr);
    QStringList places = detections.places();
    if (places.removeIf(within) > 0) detections.show(places);
}

QString Desktop::sessionFile() const {
    if (workspace.file().isEmpty()) return stateFolder + QStringLiteral("/session.json");
    return workspace.file() + QStringLiteral("-session.json");
}

} // namespace kinelens::ui
