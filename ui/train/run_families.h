// Which runs belong together: the features and maps that were made of a run's checkpoints stand below it. And
// what a run is called where the folder's name says too little.
#pragma once

#include "ui/jobs/run_scanner.h"

#include <QHash>

namespace kinelens::ui {

struct ListedRun {
    RunEntry run;
    QString title;               // of a map what it shows: data, checkpoint, method; else the folder's name
    std::vector<ListedRun> made; // of its checkpoints, in the order of the list
};

// In the order of the list. What was made of a run that is not listed stands by itself.
std::vector<ListedRun> familiesOf(const std::vector<RunEntry>& runs);

// What each map shows, with the run's name, by the map's folder; no two alike.
QHash<QString, QString> mapTitles(const std::vector<RunEntry>& runs);

} // namespace kinelens::ui
