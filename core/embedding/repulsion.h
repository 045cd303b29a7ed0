// The part of the gradient that pushes all points apart.
#pragma once

#include "core/embedding/thread_team.h"
#include "core/foundation/result.h"

#include <memory>
#include <span>
#include <string>

namespace kinelens {

class Repulsion {
public:
    Repulsion() = default;
    Repulsion(const Repulsion&) = delete;
    Repulsion& operator=(const Repulsion&) = delete;
    virtual ~Repulsion() = default;

    // forces_i = Σ_j (y_i − y_j) / (1 + |y_i − y_j|²)² into (N, 2); returns Z = Σ_i≠j 1 / (1 + |y_i − y_j|²).
    // Coordinates (N, 2), finite.
    virtual double repel(std::span<const float> coordinates, std::span<double> forces) = 0;
};

// All pairs, in float64.
std::unique_ptr<Repulsion> exact_repulsion(ThreadTeam& team);

// All pairs on a GPU, in float64 up to kinelens_cuda_float64_up_to points and above in float32 with float64
// sums (cuda_repulsion_calls.h says what that costs), by a library that is built where nvcc is and loaded
// where it is asked for. repel() throws std::runtime_error if the device fails. Error: device_unavailable.
Result<std::unique_ptr<Repulsion>> cuda_repulsion(int device, std::int64_t points);

// Far groups of points as one, by a quadtree: a cell of side s at distance d is taken as a whole where
// s < θ d (van der Maaten 2014), here with its second moments; θ = 0 is exact.
std::unique_ptr<Repulsion> barnes_hut_repulsion(double theta, ThreadTeam& team);

// The potential Σ_j 1 / (1 + |y − y_j|²), whose slope is −2 times the force, on a grid: charges are spread
// by quintic B-splines, convolved by Fourier transforms and interpolated by the same splines. One transform
// there and one back, where Linderman et al. 2019 need four of each.
std::unique_ptr<Repulsion> grid_repulsion(ThreadTeam& team);

} // namespace kinelens
