// More than any recording has: what claims more is damaged or made up, and is refused before memory is asked
// for.
#pragma once

namespace kinelens {

inline constexpr int most_bodies = 1000;
inline constexpr int most_joints = 10000;
inline constexpr int most_pixels = 1'000'000; // along one side of a picture

} // namespace kinelens
