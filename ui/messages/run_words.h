// What a run does, in a word or two.
#pragma once

#include "core/experiment/control.h"
#include "core/experiment/run_state.h"

#include <QString>

namespace kinelens::ui {

// "Running"; "Stopping…" from the moment it was asked to until it has done so.
QString runStateText(RunState state, std::optional<ControlRequest> pending = std::nullopt);

// What could not be asked of a run that goes, and why.
QString notAskedText(const Error& error);

// Of a job whose results are no losses: what it is and where they are shown; empty where curves tell of it.
QString resultPlaceText(const std::string& verb);

// What Resume and Stop do to a run of a verb, for their tool tips.
QString resumeTip(std::string_view verb);
QString stopTip(std::string_view verb);

// What became of a run whose process is gone, and what can be done: by what it left.
QString lostRunText(std::string_view verb, std::int64_t checkpoints);

} // namespace kinelens::ui
