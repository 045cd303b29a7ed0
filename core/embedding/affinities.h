// What t-SNE wants to be near: p_ij, symmetric, from each point's nearest neighbours.
#pragma once

#include "core/embedding/thread_team.h"
#include "core/neighbours/neighbours.h"

#include <cstdint>
#include <vector>

namespace kinelens {

// A symmetric sparse matrix, row by row.
struct Affinities {
    std::vector<std::int64_t> starts;  // N + 1
    std::vector<std::int32_t> columns; // ascending in each row
    std::vector<float> values;         // add up to 1

    std::int64_t points() const { return static_cast<std::int64_t>(starts.size()) - 1; }
};

// p_j|i = exp(−β_i d_ij²) / Σ_k exp(−β_i d_ik²) with β_i such that 2^H(p_i) is the perplexity, H the entropy
// in bits (van der Maaten and Hinton 2008, equation 1); p_ij = (p_j|i + p_i|j) / 2N. `squared` distances
// (N, k) of `neighbours` (N, k), which hold no point itself. Precondition: perplexity < k.
Affinities affinities_of(const std::vector<std::int32_t>& neighbours, const std::vector<float>& squared,
                         std::int64_t k, double perplexity, ThreadTeam& team);

// The β_i of one row and its p_j|i, to a relative perplexity of 1e-5.
double perplexity_row(const float* squared, std::int64_t k, double perplexity, float* out);

} // namespace kinelens
