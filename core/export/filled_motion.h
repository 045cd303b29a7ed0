// A body without gaps, for formats that know none.
#pragma once

#include "core/dataset/dataset.h"

namespace kinelens {

// Of one body: every joint in every frame, on the straight way between where it was measured before and
// after; before the first time and after the last it stays. A joint that was never measured lies at its
// nearest measured ancestor. `up` "z" is turned to y.
Motion filled(const Motion& motion, const SkeletonLayout& layout, const std::string& up);

} // namespace kinelens
