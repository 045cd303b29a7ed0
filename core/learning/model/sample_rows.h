// Whole samples moved between batches in one pass over the memory, with gradients: on the processor what
// index_select and index_add do in three passes.
#pragma once

#include "core/learning/torch_include.h"

namespace kinelens::learning {

// (kept, …): sample index[i] of `batch` at place i.
torch::Tensor pick_samples(const torch::Tensor& batch, const torch::Tensor& index,
                           const torch::Tensor& position);

// (N, …): base plus scale·branch[position[n]], or base alone where position[n] < 0.
torch::Tensor add_samples(const torch::Tensor& base, const torch::Tensor& branch, const torch::Tensor& index,
                          const torch::Tensor& position, double scale);

// The same with a base of 0.
torch::Tensor spread_samples(const torch::Tensor& branch, const torch::Tensor& index,
                             const torch::Tensor& position, double scale);

} // namespace kinelens::learning
