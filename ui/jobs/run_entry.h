// RunEntry: what is known of a run in a list of runs.
#pragma once

#include "core/experiment/experiment.h"
#include "core/experiment/run_history.h"

#include <QString>

namespace kinelens::ui {

struct RunEntry {
    QString folder;
    Experiment experiment;
    RunOverview overview;
    RunState state = RunState::queued;
    std::optional<ControlRequest> pending{}; // what it was asked for and has not done yet
    bool begun = true;   // false: its process was launched and has not written down what was asked of it
    QString lastWords{}; // of a process that ended before the run began
    std::optional<Error> fault{}; // why what was asked of it cannot be read; it has not begun then
};

} // namespace kinelens::ui
