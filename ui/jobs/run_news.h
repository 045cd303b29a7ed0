// RunNews: what a look at a run's folder found.
#pragma once

#include "core/experiment/run_history.h"

#include <QString>

namespace kinelens::ui {

struct RunNews {
    std::vector<TimedEvent> events; // since the look before
    RunStanding standing;
    QString verb;       // empty: not known yet
    QString lastWords;  // of a process that ended before the run began
    bool begun = false; // what was asked of it is written down
    bool there = true;  // its folder is where it was
    bool operator==(const RunNews&) const = default;
};

} // namespace kinelens::ui
