// Sensor: what a depth camera's body tracker makes of exact joints.
#pragma once

#include "core/dataset/dataset.h"
#include "core/foundation/random.h"

namespace kinelens::synthesis {

// Adds, in place, to joints in camera coordinates (ntu25):
//  - noise: an offset constant over the recording, a slowly wandering error (first-order autoregressive) and
//    white noise; larger towards the extremities, along the view, farther away and behind the trunk;
//  - drop-outs: joints that jump away for a few frames, bodies that are lost for a few frames (zeros and
//    untracked), and rarely a second body that is not there, when the last body's slot is free.
// noise and dropouts multiply sizes and rates; 0 leaves the joints exact.
void disturb(Motion& motion, double noise, double dropouts, CounterRandom random);

} // namespace kinelens::synthesis
