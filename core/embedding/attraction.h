// The part of the gradient that pulls neighbours together, and their share of the divergence.
#pragma once

#include "core/embedding/affinities.h"

#include <span>

namespace kinelens {

enum class Accuracy { single, twice }; // float32, or float64 for maps so small that it costs nothing

// forces_i = Σ_j p_ij (y_i − y_j) / (1 + |y_i − y_j|²) into (N, 2); returns Σ_ij p_ij ln(1 + |y_i − y_j|²).
// Coordinates (N, 2).
double attract(const Affinities& affinities, std::span<const float> coordinates, Accuracy accuracy,
               ThreadTeam& team, std::span<double> forces);

// Σ_ij p_ij ln p_ij: with it, KL = Σ p ln p + Σ p ln(1 + d²) + ln Z for Z = Σ_i≠j 1 / (1 + d²).
double negative_entropy(const Affinities& affinities);

} // namespace kinelens
