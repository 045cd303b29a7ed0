// What tells a person from furniture, flickers and somebody who only stands by. Over the frames in which the
// body is tracked.
#pragma once

#include "core/dataset/dataset.h"

namespace kinelens {

// std(x) + std(y) + std(z) over all joints of all frames; metres.
double body_energy(const Motion& motion, int body);

// Variance of x + y + z, each over all joints of all frames; square metres.
double joint_variance(const Motion& motion, int body);

// The same without where the body stands: about its middle in each frame.
double figure_variance(const Motion& motion, int body);

// The share of frames in which the body is wider (x) than 0.8 of its height (y).
double wide_share(const Motion& motion, int body);

// The limits of CTR-GCN's NTU preparation (get_raw_denoised_data.py): beyond them it is no person. Its upper
// limit is held against the figure alone, since people walk further than its actors did.
inline constexpr double least_variance = 0.089925;
inline constexpr double most_variance = 2;
inline constexpr double widest_share = 0.69754;

} // namespace kinelens
