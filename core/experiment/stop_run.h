// A run is asked to stop, on a full disk too.
#pragma once

#include "core/foundation/files.h"

namespace kinelens {

// Leaves the request in `folder`. Where it cannot be written, the process that works there gets the signal
// that a job takes for the same, if it is one of this machine. Error: that of request_control(); the run goes
// on.
Result<void> stop_run(const Path& folder);

} // namespace kinelens
