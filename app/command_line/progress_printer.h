// ProgressPrinter: events as one moving line on a terminal, or as plain lines elsewhere, on stderr.
#pragma once

#include "core/experiment/events.h"

namespace kinelens {

// A sink that prints; with `quiet` a sink that does nothing.
EventSink progress_printer(bool quiet);

} // namespace kinelens
