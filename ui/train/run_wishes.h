// What can be asked of a run, and why something cannot be.
#pragma once

#include "ui/jobs/run_scanner.h"

namespace kinelens::ui {

enum class RunWish { resume, pause, stop, trash };

// Empty: it can be.
QString runObstacle(const RunEntry& run, RunWish wish);

} // namespace kinelens::ui
