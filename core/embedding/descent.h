// Gradient descent on the Kullback-Leibler divergence between the affinities P and those of the map,
// q_ij = 1 / (1 + |y_i − y_j|²) / Z: ∂KL/∂y_i = 4 Σ_j (p_ij − q_ij) (y_i − y_j) / (1 + |y_i − y_j|²).
#pragma once

#include "core/embedding/attraction.h"
#include "core/embedding/repulsion.h"

namespace kinelens {

struct MapState {
    std::vector<float> coordinates, velocity, gains; // (N, 2) each
    std::int64_t iteration = 0;                      // done

    static MapState at_rest(std::vector<float> coordinates);
};

struct StepOptions {
    double exaggeration = 1;
    double momentum = 0.8;
    double learning_rate = 200; // of a quarter of the gradient, as van der Maaten's program counts it
};

class Descent {
public:
    Descent(const Affinities& affinities, Repulsion& repulsion, Accuracy accuracy, ThreadTeam& team);

    // A quarter of the gradient into gradient() and the divergence, without a step.
    double look(const std::vector<float>& coordinates, double exaggeration);

    // One iteration; returns the divergence before it, not exaggerated. NaN once the map has blown up.
    double step(MapState& state, const StepOptions& options);

    const std::vector<double>& gradient() const { return gradient_; } // (N, 2), a quarter of it
    double gradient_norm() const;                                     // of all of it

private:
    const Affinities& affinities_;
    Repulsion& repulsion_;
    Accuracy accuracy_;
    ThreadTeam& team_;
    double negative_entropy_, sum_;
    std::vector<double> gradient_, repelled_;
};

} // namespace kinelens
