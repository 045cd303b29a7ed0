// Sums over the entries of covariance and cross-correlation matrices, through whichever matrix is smaller.
#pragma once

#include "core/learning/torch_include.h"

namespace kinelens::learning {

// z − mean over the samples; views (K, N, D).
torch::Tensor centred(const torch::Tensor& views);

// (K): Σ_{i≠j} Cov_ij² of each view, divisor N − 1. gram: ‖Z Zᵀ‖² instead of ‖Zᵀ Z‖².
torch::Tensor off_diagonal_covariance(const torch::Tensor& centred_views, bool gram);

struct CrossCorrelation {
    torch::Tensor diagonal;     // (pairs, D): R_ii of every unordered pair of views
    torch::Tensor off_diagonal; // scalar: Σ over the pairs of Σ_{i≠j} R_ij²
};
// R = ẑ_aᵀ ẑ_b / N of standardised (K, N, D) views.
CrossCorrelation cross_correlations(const torch::Tensor& standardised, bool gram);

} // namespace kinelens::learning
