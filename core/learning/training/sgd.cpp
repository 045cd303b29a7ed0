#include "core/learning/training/sgd.h"

namespace kinelens::learning {

Sgd::Sgd(std::vector<torch::Tensor> parameters, double momentum, double weight_decay)
    : parameters_(std::move(parameters))
    , momentum_(momentum)
    , weight_decay_(weight_decay) {
    for (const auto& parameter : parameters_) velocities_.push_back(torch::zeros_like(parameter));
}

void Sgd::clear_gradients() {
    for (auto& parameter : parameters_)
        if (parameter.grad().defined()) parameter.mutable_grad().reset();
}

void Sgd::step(double learning_rate) {
    const torch::NoGradGuard no_grad;
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        if (!parameters_[i].grad().defined()) continue;
        velocities_[i].mul_(momentum_).add_(parameters_[i].grad());
        if (weight_decay_ > 0) velocities_[i].add_(parameters_[i], weight_decay_);
        parameters_[i].add_(velocities_[i], -learning_rate);
    }
}

} // namespace kinelens::learning
