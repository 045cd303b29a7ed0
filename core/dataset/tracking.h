// Which bodies were seen, where a file does not say so itself.
#pragma once

#include "core/dataset/dataset.h"

namespace kinelens {

// Sets the tracked flags: a body that stands at the origin in every joint was not seen.
void track_by_position(Motion& motion);

} // namespace kinelens
