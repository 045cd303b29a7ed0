// Adam with L2 weight decay added to the gradient (β = 0.9, 0.999; ε = 1e-8), over named parameters whose
// moments can be saved and restored by name.
#pragma once

#include "core/learning/torch_include.h"

#include <string>
#include <vector>

namespace kinelens::learning {

class Adam {
public:
    struct Slot {
        std::string name;
        torch::Tensor parameter, first_moment, second_moment;
    };

    Adam(const torch::nn::Module& model, double weight_decay);

    void clear_gradients();
    // Euclidean norm of all gradients together (before weight decay).
    double gradient_norm() const;
    void step(double learning_rate);
    std::vector<torch::Tensor> gradients() const; // those that are there

    const std::vector<Slot>& slots() const { return slots_; }
    std::int64_t steps() const { return steps_; }
    void set_steps(std::int64_t steps) { steps_ = steps; }

private:
    std::vector<Slot> slots_;
    double weight_decay_;
    std::int64_t steps_ = 0;
};

} // namespace kinelens::learning
