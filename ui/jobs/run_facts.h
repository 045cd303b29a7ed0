// What there is to say of a run in a list: how far it is, and why it came to nothing.
#pragma once

#include "ui/jobs/run_scanner.h"

namespace kinelens::ui {

// "epoch 3 of 10", "45 %"; empty: not known.
QString runProgress(const RunOverview& overview);

// Why a run failed or was lost, and what can be done about it; empty where there is nothing to say.
QString runReason(const RunEntry& run);

} // namespace kinelens::ui
