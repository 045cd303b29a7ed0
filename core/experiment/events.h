// What happens in a run, as a stream of small typed facts. events.jsonl holds one JSON object a line:
// {"kind": "metrics", "time": 1790000000.25, ...}; the first line is {"format": "kinelens-events", "version":
// 1}. Kinds a reader does not know are skipped, so an old window opens new runs. Arrays never travel here: an
// event names the file that holds them.
#pragma once

#include "core/foundation/result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kinelens {

struct RunStarted {
    std::string verb;   // "pretrain"
    std::string device; // "cpu", "cuda:0"
    std::string host;
    std::int64_t process_id = 0;
    std::string code_version;
    std::int64_t epochs = 0; // planned; 0 where epochs mean nothing
    std::int64_t steps_per_epoch = 0;
    std::int64_t samples = 0;            // sequences used
    std::int64_t resumed_from_step = -1; // -1: from the beginning
    bool operator==(const RunStarted&) const = default;
};

struct Metric {
    std::string name; // "loss_total", "loss_variance_spatial", "feature_std_instance", "learning_rate" …
    double value = 0;
    bool operator==(const Metric&) const = default;
};

// Numbers after one optimiser step (or averaged since the last such event). Names in pretrain:
//   loss_total,
//   loss_{similarity,invariance,variance,covariance,cross_correlation}[_{temporal,spatial,instance}]
//   (weighted, so that the terms add up to loss_total), learning_rate, gradient_norm,
//   feature_std_{temporal,spatial,instance}, effective_rank_{…}, samples_per_second, eta_seconds,
//   gpu_utilisation (0 … 1), gpu_memory_megabytes, gpu_memory_total_megabytes
struct MetricsLogged {
    std::int64_t step = 0; // optimiser steps done since the very beginning
    double epoch = 0;      // fractional epochs done
    double seconds = 0;    // training time since the beginning, pauses and interruptions left out
    std::vector<Metric> metrics;
    bool operator==(const MetricsLogged&) const = default;
};

struct EpochFinished {
    std::int64_t epoch = 0; // counted from 1
    std::int64_t step = 0;
    std::vector<Metric> means; // over the epoch's steps
    bool operator==(const EpochFinished&) const = default;
};

// What simple classifiers got out of the encoder as it stood then, on a held-out side: shares of right
// answers, 0 … 1. Names in pretrain: probe_linear, probe_nearest.
struct ProbeMeasured {
    std::int64_t epoch = 0; // epochs done; 0: untrained
    std::int64_t step = 0;
    double seconds = 0; // training time since the beginning
    std::vector<Metric> accuracies;
    bool operator==(const ProbeMeasured&) const = default;
};

struct CheckpointWritten {
    std::string file; // relative to the run folder
    std::int64_t step = 0;
    std::int64_t epoch = 0;
    bool best = false;
    bool operator==(const CheckpointWritten&) const = default;
};

// For jobs that count things rather than losses (import, synthesise, features …).
struct ProgressMade {
    std::int64_t done = 0;
    std::int64_t total = 0; // 0: unknown
    std::string unit;       // "files", "sequences"
    bool operator==(const ProgressMade&) const = default;
};

struct WarningRaised {
    Error error; // code, subject, detail and place; worded by whoever shows it
    bool operator==(const WarningRaised&) const = default;
};

struct RunPaused {
    std::int64_t step = 0;
    bool operator==(const RunPaused&) const = default;
};
struct RunResumed {
    std::int64_t step = 0;
    bool operator==(const RunResumed&) const = default;
};

struct ArtifactReady {
    std::string type;    // "dataset", "features", "results"
    std::string file;    // relative to the run folder, or absolute
    std::string dataset; // path inside an HDF5 file; may be empty
    bool operator==(const ArtifactReady&) const = default;
};

enum class Outcome { completed, stopped, failed };

struct RunFinished {
    Outcome outcome = Outcome::completed;
    std::optional<Error> error; // with failed
    std::string summary = "{}"; // the verb's summary, one JSON object
    bool operator==(const RunFinished&) const = default;
};

using Event = std::variant<RunStarted, MetricsLogged, EpochFinished, ProbeMeasured, CheckpointWritten,
                           ProgressMade, WarningRaised, RunPaused, RunResumed, ArtifactReady, RunFinished>;

struct TimedEvent {
    double time = 0; // seconds since 1970, UTC
    Event event;
    bool operator==(const TimedEvent&) const = default;
};

// Whoever wants to know: the run folder's log, a terminal bar, a test. Called from the job's own thread.
using EventSink = std::function<void(const Event&)>;

// One line of events.jsonl, without the line break.
std::string event_to_line(const TimedEvent& event);

// nullopt for a kind this version does not know and for the header line; format_invalid for a torn line.
Result<std::optional<TimedEvent>> event_from_line(std::string_view line);

std::string events_header_line();

std::string_view outcome_name(Outcome outcome);

// Seconds since 1970 now.
double wall_clock_seconds();

} // namespace kinelens
