// What a run does, in a word or two.
#pragma once

#include "core/experiment/run_folder.h"

#include <QString>

namespace kinelens::ui {

// "Running"; "Stopping…" from the moment it was asked to until it has done so.
QString runStateText(RunState state, std::optional<ControlRequest> pending = std::nullopt);

// What could not be asked of a run that goes, and why.
QString notAskedText(const Error& error);

// Of a job whose results are no losses: what it is and where they are shown; empty where curves tell of it.
QString resultPlaceText(const std::string& verb);

} // namespace kinelens::ui
