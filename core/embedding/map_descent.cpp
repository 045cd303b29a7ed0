#include "core/embedding/map_descent.h"

#include <chrono>
#include <cmath>

namespace kinelens {
namespace {

constexpr double tell_every = 0.05;     // s
constexpr double snapshot_every = 0.25; // s, at the most often

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

} // namespace

MapDescent::MapDescent(Path folder, const EmbedOptions& options, RunContext& run)
    : folder_(std::move(folder))
    , options_(options)
    , run_(run)
    , iterations_(options.iterations) {}

// A map that is started from has found its clusters: exaggerating would tear them out of their places.
StepOptions MapDescent::step_options(const MapState& state) const {
    const bool early = options_.start != MapStart::map && state.iteration < options_.exaggeration_iterations;
    return {early ? options_.early_exaggeration : 1, early ? options_.early_momentum : options_.momentum,
            learning_rate_};
}

Result<void> MapDescent::snapshot(const MapState& state) {
    if (folder_.empty()) return {};
    std::string number = std::to_string(state.iteration);
    number.insert(0, number.size() < 6 ? 6 - number.size() : 0, '0');
    const std::string file = "maps/map-" + number + ".h5";
    KINELENS_CHECK(
        write_embedding_snapshot(folder_ / file, {state.coordinates, state.iteration, iterations_,
                                                  divergence_.empty() ? 0 : divergence_.back().value}));
    snapshot_ = seconds_;
    return run_.tell(ArtifactReady{embedding_snapshot_artifact, file, "/coordinates"});
}

Result<bool> MapDescent::heed_requests(const MapState& state) {
    return run_.heed(state.iteration, {[this](std::int64_t iterations) { iterations_ += iterations; },
                                       [&] { return snapshot(state); }});
}

Result<void> MapDescent::tell(const Descent& descent, const MapState& state, bool always) {
    if (!always && seconds_ - told_ < tell_every) return {};
    told_ = seconds_;
    KINELENS_CHECK(run_.tell(MetricsLogged{state.iteration,
                                           0,
                                           seconds_,
                                           {{"kl", divergence_.back().value},
                                            {"gradient_norm", descent.gradient_norm()},
                                            {"exaggeration", step_options(state).exaggeration}}}));
    return run_.tell(ProgressMade{state.iteration, iterations_, "iterations"});
}

Result<Outcome> MapDescent::run(Descent& descent, MapState& state) {
    learning_rate_ = learning_rate_of(options_, static_cast<std::int64_t>(state.coordinates.size() / 2));
    while (state.iteration < iterations_) {
        KINELENS_TRY(go_on, heed_requests(state));
        if (!go_on) return Outcome::stopped;
        const auto start = Clock::now();
        const double divergence = descent.step(state, step_options(state));
        seconds_ += since(start);
        if (!std::isfinite(divergence))
            return fail(ErrorCode::training_diverged, "the map",
                        "at iteration " + std::to_string(state.iteration) + "; lower the learning rate");
        divergence_.push_back({state.iteration, divergence});
        KINELENS_CHECK(tell(descent, state, state.iteration == iterations_));
        const bool due = options_.snapshot_every > 0 && state.iteration % options_.snapshot_every == 0;
        if (due && seconds_ - snapshot_ >= snapshot_every) KINELENS_CHECK(snapshot(state));
    }
    return Outcome::completed;
}

} // namespace kinelens
