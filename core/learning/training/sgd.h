// Stochastic gradient descent with momentum: v ← m·v + g + wd·w, w ← w − rate·v.
#pragma once

#include "core/learning/torch_include.h"

namespace kinelens::learning {

class Sgd {
public:
    Sgd(std::vector<torch::Tensor> parameters, double momentum, double weight_decay);
    void clear_gradients();
    void step(double learning_rate);
    const std::vector<torch::Tensor>& velocities() const { return velocities_; }

private:
    std::vector<torch::Tensor> parameters_, velocities_;
    double momentum_, weight_decay_;
};

} // namespace kinelens::learning
