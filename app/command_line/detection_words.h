// The figures of detection as a person reads them.
#pragma once

#include "core/results/detection_scoring.h"

#include <string>

namespace kinelens {

// "85.40 %".
std::string percent_text(double share);

// A table over the overlaps, frame accuracy, kinds of error and what the definitions mean.
std::string detection_text(const DetectionScore& score);

} // namespace kinelens
