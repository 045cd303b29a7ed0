#include "core/learning/training/adam.h"

#include <cmath>

namespace kinelens::learning {
namespace {

constexpr double beta1 = 0.9;
constexpr double beta2 = 0.999;
constexpr double small = 1e-8;

} // namespace

Adam::Adam(const torch::nn::Module& model, double weight_decay)
    : weight_decay_(weight_decay) {
    for (const auto& item : model.named_parameters())
        slots_.push_back({item.key(), item.value(),
                          torch::zeros_like(item.value(), torch::MemoryFormat::Contiguous),
                          torch::zeros_like(item.value(), torch::MemoryFormat::Contiguous)});
}

void Adam::clear_gradients() {
    for (auto& slot : slots_) slot.parameter.mutable_grad().reset();
}

double Adam::gradient_norm() const {
    std::vector<torch::Tensor> norms;
    for (const auto& slot : slots_)
        if (slot.parameter.grad().defined()) norms.push_back(slot.parameter.grad().norm());
    return norms.empty() ? 0 : torch::stack(norms).norm().item<double>();
}

void Adam::step(double learning_rate) {
    const torch::NoGradGuard no_grad;
    ++steps_;
    const double correction1 = 1 - std::pow(beta1, static_cast<double>(steps_));
    const double correction2 = std::sqrt(1 - std::pow(beta2, static_cast<double>(steps_)));
    for (auto& slot : slots_) {
        auto gradient = slot.parameter.grad();
        if (!gradient.defined()) continue;
        if (weight_decay_ != 0) gradient = gradient.add(slot.parameter, weight_decay_);
        slot.first_moment.mul_(beta1).add_(gradient, 1 - beta1);
        slot.second_moment.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
        const auto denominator = (slot.second_moment.sqrt() / correction2).add_(small);
        slot.parameter.addcdiv_(slot.first_moment, denominator, -learning_rate / correction1);
    }
}

} // namespace kinelens::learning
