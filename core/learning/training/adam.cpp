#include "core/learning/training/adam.h"

#include <ATen/Parallel.h>
#include <cmath>

namespace kinelens::learning {
namespace {

constexpr double beta1 = 0.9;
constexpr double beta2 = 0.999;
constexpr double small = 1e-8;

struct Update {
    double rate = 0; // with the first moment's correction
    double correction = 1;
    double weight_decay = 0;
};

bool fits_one_pass(const Adam::Slot& slot) {
    return slot.parameter.is_cpu() && slot.parameter.scalar_type() == torch::kFloat32 &&
           slot.parameter.is_contiguous();
}

// Reads and writes each number once: on a processor the step is bound by memory.
void update_in_one_pass(Adam::Slot& slot, const Update& update) {
    const auto gradient = slot.parameter.grad().contiguous();
    const float* g = gradient.data_ptr<float>();
    float* p = slot.parameter.data_ptr<float>();
    float* m = slot.first_moment.data_ptr<float>();
    float* v = slot.second_moment.data_ptr<float>();
    const auto decay = static_cast<float>(update.weight_decay), rate = static_cast<float>(update.rate);
    const auto correction = static_cast<float>(1 / update.correction);
    constexpr auto b1 = static_cast<float>(beta1), one_b1 = static_cast<float>(1 - beta1);
    constexpr auto b2 = static_cast<float>(beta2), one_b2 = static_cast<float>(1 - beta2);
    constexpr auto epsilon = static_cast<float>(small);
    at::parallel_for(0, gradient.numel(), 1 << 15, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t i = first; i < last; ++i) {
            const float change = g[i] + decay * p[i];
            m[i] = b1 * m[i] + one_b1 * change;
            v[i] = b2 * v[i] + one_b2 * change * change;
            p[i] -= rate * m[i] / (std::sqrt(v[i]) * correction + epsilon);
        }
    });
}

// The same for all of them in a few kernels of many tensors, which is what a GPU wants.
void update_together(const std::vector<Adam::Slot>& slots, const Update& update) {
    std::vector<torch::Tensor> parameters, gradients, first, second;
    for (const auto& slot : slots) {
        parameters.push_back(slot.parameter);
        gradients.push_back(slot.parameter.grad());
        first.push_back(slot.first_moment);
        second.push_back(slot.second_moment);
    }
    if (update.weight_decay != 0) gradients = torch::_foreach_add(gradients, parameters, update.weight_decay);
    torch::_foreach_mul_(first, beta1);
    torch::_foreach_add_(first, gradients, 1 - beta1);
    torch::_foreach_mul_(second, beta2);
    torch::_foreach_addcmul_(second, gradients, gradients, 1 - beta2);
    auto denominators = torch::_foreach_sqrt(second);
    torch::_foreach_div_(denominators, update.correction);
    torch::_foreach_add_(denominators, small);
    torch::_foreach_addcdiv_(parameters, first, denominators, -update.rate);
}

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

std::vector<torch::Tensor> Adam::gradients() const {
    std::vector<torch::Tensor> list;
    for (const auto& slot : slots_)
        if (slot.parameter.grad().defined()) list.push_back(slot.parameter.grad());
    return list;
}

double Adam::gradient_norm() const {
    std::vector<torch::Tensor> norms;
    for (const auto& gradient : gradients()) norms.push_back(gradient.norm());
    return norms.empty() ? 0 : torch::stack(norms).norm().item<double>();
}

void Adam::step(double learning_rate) {
    const torch::NoGradGuard no_grad;
    ++steps_;
    Update update;
    update.rate = learning_rate / (1 - std::pow(beta1, static_cast<double>(steps_)));
    update.correction = std::sqrt(1 - std::pow(beta2, static_cast<double>(steps_)));
    update.weight_decay = weight_decay_;
    std::vector<Slot> others;
    for (auto& slot : slots_) {
        if (!slot.parameter.grad().defined()) continue;
        if (!fits_one_pass(slot)) {
            others.push_back(slot);
            continue;
        }
        update_in_one_pass(slot, update);
        slot.parameter.unsafeGetTensorImpl()->bump_version(); // what was made of the weight is of the old one
    }
    if (!others.empty()) update_together(others, update);
}

} // namespace kinelens::learning
