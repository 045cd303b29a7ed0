// The directions of greatest variance, and where rows lie along them.
#pragma once

#include "core/embedding/thread_team.h"
#include "core/neighbours/neighbours.h"

#include <cstdint>
#include <vector>

namespace kinelens {

struct PrincipalAxes {
    std::vector<double> directions;  // (axes, dimension), of length 1, the greatest component positive
    std::vector<double> variances;   // of each axis, falling
    double total_variance = 0;       // of all directions
    std::vector<double> coordinates; // (N, axes), the mean at 0
};

// By subspace iteration on the rows themselves, started from `seed`; the same for every number of threads.
// Where rows or dimension are fewer than the axes, the rest is 0.
// It ends when no variance grows by more than `accuracy` of itself in a round.
PrincipalAxes principal_axes(const FeatureRows& rows, int axes, double accuracy, std::uint64_t seed,
                             ThreadTeam& team);

} // namespace kinelens
