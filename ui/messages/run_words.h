// What a run does, in a word or two.
#pragma once

#include "core/experiment/run_folder.h"

#include <QString>

namespace kinelens::ui {

// "Running"; "Stopping…" from the moment it was asked to until it has done so.
QString runStateText(RunState state, std::optional<ControlRequest> pending = std::nullopt);

} // namespace kinelens::ui
