// Adam or gradient descent over a detector: the head by the full rate, the encoder by a share of it, or not
// at all.
#pragma once

#include "core/learning/detection/detector.h"
#include "core/learning/training/adam.h"
#include "core/learning/training/sgd.h"

#include <optional>

namespace kinelens::learning {

class DetectorOptimiser {
public:
    explicit DetectorOptimiser(Detector& detector);

    void clear_gradients();
    void step(double learning_rate);

    // Its state, shared with it, and how many steps were done.
    NamedTensors tensors() const;
    std::int64_t steps() const { return steps_; }
    void set_steps(std::int64_t steps);

private:
    struct Part {
        std::string name;
        double share = 1; // of the rate
        std::optional<Adam> adam;
        std::optional<Sgd> sgd;
    };
    void add(const std::string& name, const torch::nn::Module& module, double share,
             const DetectTrainOptions& options);

    std::vector<Part> parts_;
    std::int64_t steps_ = 0;
};

} // namespace kinelens::learning
