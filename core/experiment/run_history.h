// RunHistory: a run's events folded into plain values, in constant time an event. Live view, old runs and
// tests fold the same stream.
#pragma once

#include "core/experiment/run_standing.h"

#include <map>
#include <string>
#include <vector>

namespace kinelens {

// What a list of runs shows of each: small, however long the run. Its state is that of the events alone; what
// the run's processes add to it, RunWatch knows.
struct RunOverview : RunTurns {
    RunStarted started;
    double first_time = 0; // of the first and the latest event, seconds since 1970
    double last_time = 0;
    std::int64_t step = 0;
    double epoch = 0;
    double seconds = 0;         // of training
    std::vector<Metric> latest; // of the last MetricsLogged
    ProgressMade progress;
    std::vector<Metric> results; // the numbers at the top of its summary: top1, loss_total, sequences …
    std::int64_t warnings = 0;
    std::int64_t checkpoints = 0;

    void add(const TimedEvent& event);
    std::optional<double> metric(std::string_view name) const;
    std::optional<double> result(std::string_view name) const;
    // 0..1, or nothing where the length is unknown.
    std::optional<double> share_done() const;
};

struct MetricPoint {
    std::int64_t step = 0;
    double epoch = 0;
    double seconds = 0;
    double value = 0;
};

class RunHistory {
public:
    // A run that was resumed logs steps again that came after its checkpoint, or all of them if it began
    // over: the later ones count.
    void add(const TimedEvent& event);

    const RunOverview& overview() const { return overview_; }
    const std::map<std::string, std::vector<MetricPoint>>& series() const { return series_; }
    const std::vector<CheckpointWritten>& checkpoints() const { return checkpoints_; }
    const std::vector<Error>& warnings() const { return warnings_; }
    const std::vector<ArtifactReady>& artifacts() const { return artifacts_; }
    // The latest of a type; null: none yet.
    const ArtifactReady* artifact(std::string_view type) const;

private:
    void forget_after(std::int64_t step);

    RunOverview overview_;
    std::map<std::string, std::vector<MetricPoint>> series_; // ascending by step
    std::vector<CheckpointWritten> checkpoints_;
    std::vector<Error> warnings_;
    std::vector<ArtifactReady> artifacts_;
};

} // namespace kinelens
