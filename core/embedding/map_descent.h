// The iterations of a map with all that surrounds them: exaggeration, requests, events, snapshots.
#pragma once

#include "core/embedding/descent.h"
#include "core/experiment/run_context.h"
#include "core/options/embed_options.h"
#include "core/results/embedding.h"

namespace kinelens {

class MapDescent {
public:
    // folder: of the run, for snapshots; empty: there are none.
    MapDescent(Path folder, const EmbedOptions& options, RunContext& run);

    // From state.iteration to options.iterations. completed or stopped. Errors: training_diverged; those of
    // writing a snapshot.
    Result<Outcome> run(Descent& descent, MapState& state);

    // Before each iteration that was done here.
    const std::vector<DivergencePoint>& divergence() const { return divergence_; }

private:
    StepOptions step_options(const MapState& state) const;
    Result<bool> heed_requests(const MapState& state); // false: stop
    Result<void> snapshot(const MapState& state);
    Result<void> tell(const Descent& descent, const MapState& state, bool always);

    Path folder_;
    const EmbedOptions& options_;
    RunContext& run_;
    std::int64_t iterations_; // planned
    double learning_rate_ = 0;
    double seconds_ = 0;     // spent, pauses left out
    double told_ = -1;       // when the last event was sent
    double snapshot_ = -1e9; // when the last snapshot was written
    std::vector<DivergencePoint> divergence_;
};

} // namespace kinelens
