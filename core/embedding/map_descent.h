// The iterations of a map with all that surrounds them: exaggeration, requests, events, snapshots.
#pragma once

#include "core/embedding/descent.h"
#include "core/embedding/embed_job.h"

namespace kinelens {

class MapDescent {
public:
    MapDescent(const EmbedRequest& request, const EmbedOptions& options, const EventSink& sink,
               const EmbedControl& control);

    // From state.iteration to options.iterations. completed or stopped. Errors: training_diverged; those of
    // writing a snapshot.
    Result<Outcome> run(Descent& descent, MapState& state);

    // Before each iteration that was done here.
    const std::vector<DivergencePoint>& divergence() const { return divergence_; }

private:
    StepOptions step_options(const MapState& state) const;
    Result<void> heed_requests(const MapState& state);
    void wait_while_paused(const MapState& state);
    Result<void> snapshot(const MapState& state);
    void tell(const Descent& descent, const MapState& state, bool always);

    const EmbedRequest& request_;
    const EmbedOptions& options_;
    const EventSink& sink_;
    const EmbedControl& control_;
    std::int64_t iterations_; // planned
    double learning_rate_ = 0;
    bool paused_ = false;
    double seconds_ = 0;     // spent, pauses left out
    double told_ = -1;       // when the last event was sent
    double snapshot_ = -1e9; // when the last snapshot was written
    std::vector<DivergencePoint> divergence_;
};

} // namespace kinelens
