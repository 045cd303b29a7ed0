// Desktop: the objects that all panels share, made once by the program.
#pragma once

#include "ui/commands/action_registry.h"
#include "ui/detect/detections.h"
#include "ui/forms/form_parts.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/run_scanner.h"
#include "ui/jobs/run_trash.h"
#include "ui/messages/issue_log.h"
#include "ui/state/chosen_runs.h"
#include "ui/state/dataset_service.h"
#include "ui/state/label_document.h"
#include "ui/state/playhead.h"
#include "ui/state/preferences.h"
#include "ui/state/selection.h"
#include "ui/state/shown_evaluation.h"
#include "ui/state/shown_map.h"
#include "ui/state/undo_history.h"
#include "ui/state/workspace_document.h"

namespace kinelens::ui {

struct DesktopPlaces {
    QString program;  // kinelens-cli; empty: beside this program
    QString settings; // empty: the system's place
    QString state;    // folder of session and recovery files; empty: the system's place
    QString runs;     // empty: as chosen in the preferences
    QString data;
};

struct Desktop {
    explicit Desktop(const DesktopPlaces& places);

    QString program;
    QString stateFolder;
    Preferences preferences;
    IssueLog issues;
    Selection selection;
    Playhead playhead;
    DatasetService datasets;
    WorkspaceDocument workspace;
    LabelDocument labels;
    Detections detections;
    JobRunner runner;
    RunScanner scanner;
    RunTrash trash;
    ChosenRuns chosenRuns;
    ShownEvaluation shownEvaluation;
    ShownMap shownMap;
    UndoHistory undo; // of the workspace, the labels and the trash
    ActionRegistry actions;

    FormParts formParts() { return {runner, scanner, datasets.current()}; }
    QString sessionFile() const; // beside the workspace, or with the program's own state

private:
    void forgetResultsIn(const QString& folder);
};

} // namespace kinelens::ui
