#include "core/learning/detection/detector_optimiser.h"

namespace kinelens::learning {

DetectorOptimiser::DetectorOptimiser(Detector& detector) {
    const DetectTrainOptions& options = detector.options;
    add("head", *detector.head, 1, options);
    if (options.encoder_rate > 0)
        add("encoder", detector.saved.model->encoder(), options.encoder_rate, options);
}

void DetectorOptimiser::add(const std::string& name, const torch::nn::Module& module, double share,
                            const DetectTrainOptions& options) {
    Part part{name, share, {}, {}};
    if (options.optimiser == Optimiser::adam)
        part.adam.emplace(module, options.weight_decay);
    else
        part.sgd.emplace(module.parameters(), options.momentum, options.weight_decay);
    parts_.push_back(std::move(part));
}

void DetectorOptimiser::clear_gradients() {
    for (Part& part : parts_) part.adam ? part.adam->clear_gradients() : part.sgd->clear_gradients();
}

void DetectorOptimiser::step(double learning_rate) {
    ++steps_;
    for (Part& part : parts_)
        part.adam ? part.adam->step(part.share * learning_rate) : part.sgd->step(part.share * learning_rate);
}

NamedTensors DetectorOptimiser::tensors() const {
    NamedTensors all;
    for (const Part& part : parts_) {
        if (part.adam)
            for (const auto& slot : part.adam->slots()) {
                all.emplace_back(part.name + "/first/" + slot.name, slot.first_moment);
                all.emplace_back(part.name + "/second/" + slot.name, slot.second_moment);
            }
        if (part.sgd)
            for (const auto& velocity : part.sgd->velocities())
                all.emplace_back(part.name + "/" + std::to_string(all.size()), velocity);
    }
    return all;
}

void DetectorOptimiser::set_steps(std::int64_t steps) {
    steps_ = steps;
    for (Part& part : parts_)
        if (part.adam) part.adam->set_steps(steps);
}

} // namespace kinelens::learning
