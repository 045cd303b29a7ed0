// Which of the listed bodies of a Kinect recording are kept.
#pragma once

#include "core/dataset/dataset.h"

namespace kinelens {

// The `keep` most energetic bodies, in their places' order (energy: std(x)+std(y)+std(z) over tracked
// frames). Reading the dataset orders them by energy; see core/preparation/normalisation.h.
Motion keep_bodies(const Motion& motion, int keep);

} // namespace kinelens
