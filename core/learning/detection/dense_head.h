// Dense prediction: a linear classifier of every frame on y_t and on y_s resampled along its joints,
// Linear(2C -> 1 + classes), column 0 the background.
#pragma once

#include "core/learning/model/usdrl_model.h"

namespace kinelens::learning {

// (N, L, C) -> (N, T, C): bin i is the mean of tokens floor(i·L/T) … ceil((i + 1)·L/T) − 1.
torch::Tensor tokens_over_time(const torch::Tensor& spatial, std::int64_t frames);

// (N, T, outputs).
torch::Tensor dense_logits(const DenseFeatures& encoded, Linear& head);

} // namespace kinelens::learning
