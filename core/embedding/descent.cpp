#include "core/embedding/descent.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace kinelens {
namespace {

constexpr double gain_rise = 0.2, gain_fall = 0.8, least_gain = 0.01;
constexpr std::size_t values_at_once = 8192;

// Gains rise where a coordinate keeps its direction and fall where it turns (Jacobs 1988).
void move(MapState& state, const std::vector<double>& gradient, const StepOptions& options, std::size_t first,
          std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
        const bool turns = (gradient[i] > 0) == (state.velocity[i] > 0);
        const double gain = std::max(
            turns ? double(state.gains[i]) * gain_fall : double(state.gains[i]) + gain_rise, least_gain);
        const double velocity =
            options.momentum * double(state.velocity[i]) - options.learning_rate * gain * gradient[i];
        state.gains[i] = static_cast<float>(gain);
        state.velocity[i] = static_cast<float>(velocity);
        state.coordinates[i] = static_cast<float>(double(state.coordinates[i]) + velocity);
    }
}

// False once a coordinate is no number any more.
bool centre(std::vector<float>& coordinates) {
    double mean[2] = {0, 0};
    for (std::size_t i = 0; i < coordinates.size(); ++i) mean[i % 2] += double(coordinates[i]);
    const std::size_t points = coordinates.size() / 2;
    for (double& value : mean) value /= static_cast<double>(points);
    for (std::size_t i = 0; i < coordinates.size(); ++i)
        coordinates[i] = static_cast<float>(double(coordinates[i]) - mean[i % 2]);
    return std::isfinite(mean[0]) && std::isfinite(mean[1]);
}

} // namespace

MapState MapState::at_rest(std::vector<float> coordinates) {
    MapState state;
    state.velocity.assign(coordinates.size(), 0);
    state.gains.assign(coordinates.size(), 1);
    state.coordinates = std::move(coordinates);
    return state;
}

Descent::Descent(const Affinities& affinities, Repulsion& repulsion, Accuracy accuracy, ThreadTeam& team)
    : affinities_(affinities)
    , repulsion_(repulsion)
    , accuracy_(accuracy)
    , team_(team)
    , negative_entropy_(negative_entropy(affinities))
    , sum_(std::accumulate(affinities.values.begin(), affinities.values.end(), 0.0))
    , gradient_(static_cast<std::size_t>(affinities.points()) * 2)
    , repelled_(gradient_.size()) {}

double Descent::look(const std::vector<float>& coordinates, double exaggeration) {
    const double logs = attract(affinities_, coordinates, accuracy_, team_, gradient_);
    const double z = repulsion_.repel(coordinates, repelled_);
    const double share = 1 / z;
    for (std::size_t i = 0; i < gradient_.size(); ++i)
        gradient_[i] = exaggeration * gradient_[i] - share * repelled_[i];
    return negative_entropy_ + logs + sum_ * std::log(z);
}

double Descent::step(MapState& state, const StepOptions& options) {
    const double divergence = look(state.coordinates, options.exaggeration);
    team_.run_parts(gradient_.size(), values_at_once, [&](std::size_t first, std::size_t last) {
        move(state, gradient_, options, first, last);
    });
    ++state.iteration;
    return centre(state.coordinates) ? divergence : std::numeric_limits<double>::quiet_NaN();
}

double Descent::gradient_norm() const {
    double squares = 0;
    for (const double value : gradient_) squares += value * value;
    return 4 * std::sqrt(squares);
}

} // namespace kinelens
