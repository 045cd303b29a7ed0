// The four maps of an attention with one head, joined in pairs. With q = W_q u + b_q and so on,
//   q_i·k_j = (W_kᵀW_q u_i + W_kᵀb_q)·u_j + what is the same for every j, which softmax does not see
//   W_o Σ_j a_ij v_j + b_o = W_oW_v Σ_j a_ij u_j + W_o b_v + b_o, as Σ_j a_ij = 1
// so a token passes two maps instead of four, for two products of weights that all tokens share.
#pragma once

#include "core/learning/model/linear.h"

namespace kinelens::learning {

struct JoinedMaps {
    torch::Tensor score_weight, score_bias; // W_kᵀW_q (C, C), W_kᵀb_q (C)
    torch::Tensor out_weight, out_bias;     // W_oW_v (C, C), W_o b_v + b_o (C)
    TurnedWeight turned_score, turned_out;
};

// in: (3C, C) and (3C), rows of Q, K, V; out: (C, C) and (C). Differentiable; in the weights' own format even
// under autocast.
JoinedMaps join_maps(const torch::Tensor& in_weight, const torch::Tensor& in_bias,
                     const torch::Tensor& out_weight, const torch::Tensor& out_bias);

} // namespace kinelens::learning
