// The negative-based baseline of the ablations: InfoNCE against a memory bank, in each domain
//   −log( e^{q_a·k_b/T} / (e^{q_a·k_b/T} + Σ_m e^{q_a·m/T}) )    averaged over samples and pairs a ≠ b of
//   views,
// q the encoder's projections, k those of its momentum copy, m the bank's; all of unit length. He et al.
// 2020.
#pragma once

#include "core/learning/objective/losses.h"

namespace kinelens::learning {

// queries, keys (K, N, D), bank (Q, D), keys and bank of unit length; a scalar in float32 or float64.
torch::Tensor info_nce(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& bank,
                       double temperature);

// Rows of length 1 (zero rows stay zero).
torch::Tensor unit_rows(const torch::Tensor& rows);

} // namespace kinelens::learning
