// Classifier: what fit() trains. Samples are places in an evaluation plan.
#pragma once

#include "core/foundation/result.h"
#include "core/learning/torch_include.h"

#include <span>

namespace kinelens::learning {

class Classifier {
public:
    virtual ~Classifier() = default;

    // (samples, classes) with a graph, as in training.
    virtual Result<torch::Tensor> training_logits(std::span<const std::size_t> samples,
                                                  std::int64_t epoch) = 0;

    // (samples, classes) as in use. Called without a graph.
    virtual Result<torch::Tensor> test_logits(std::span<const std::size_t> samples) = 0;

    virtual std::vector<torch::Tensor> parameters() = 0;
};

} // namespace kinelens::learning
