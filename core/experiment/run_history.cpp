#include "core/experiment/run_history.h"

#include "core/foundation/json_text.h"

#include <algorithm>

namespace kinelens {
namespace {

std::vector<Metric> numbers_in(const std::string& summary) {
    std::vector<Metric> numbers;
    const auto json = json_object_or_empty(summary);
    for (const auto& [name, value] : json.items())
        if (value.is_number()) numbers.push_back({name, value.get<double>()});
    return numbers;
}

std::optional<double> named(const std::vector<Metric>& metrics, std::string_view name) {
    for (const Metric& entry : metrics)
        if (entry.name == name) return entry.value;
    return std::nullopt;
}

struct Fold {
    RunOverview& overview;

    void operator()(const RunStarted& event) const {
        overview.started = event;
        overview.results.clear(); // of the end before
        if (event.resumed_from_step < 0) forget_work();
    }
    void operator()(const MetricsLogged& event) const {
        overview.step = event.step;
        overview.epoch = event.epoch;
        overview.seconds = event.seconds;
        overview.latest = event.metrics;
    }
    void operator()(const EpochFinished& event) const { overview.epoch = static_cast<double>(event.epoch); }
    void operator()(const ProbeMeasured&) const {}
    void operator()(const CheckpointWritten&) const { ++overview.checkpoints; }
    void operator()(const ProgressMade& event) const { overview.progress = event; }
    void operator()(const WarningRaised&) const { ++overview.warnings; }
    void operator()(const RunPaused&) const {}
    void operator()(const RunResumed&) const {}
    void operator()(const ArtifactReady&) const {}
    void operator()(const RunFinished& event) const { overview.results = numbers_in(event.summary); }

    // The work begins over.
    void forget_work() const {
        overview.step = 0;
        overview.epoch = 0;
        overview.seconds = 0;
        overview.latest.clear();
        overview.progress = {};
    }
};

} // namespace

void RunOverview::add(const TimedEvent& event) {
    if (first_time == 0) first_time = event.time;
    last_time = event.time;
    RunTurns::add(event);
    std::visit(Fold{*this}, event.event);
}

std::optional<double> RunOverview::metric(std::string_view name) const {
    return named(latest, name);
}

std::optional<double> RunOverview::result(std::string_view name) const {
    return named(results, name);
}

std::optional<double> RunOverview::share_done() const {
    if (state == RunState::completed) return 1.0;
    if (started.epochs > 0) return std::clamp(epoch / static_cast<double>(started.epochs), 0.0, 1.0);
    if (progress.total > 0) return static_cast<double>(progress.done) / static_cast<double>(progress.total);
    return std::nullopt;
}

void RunHistory::forget_after(std::int64_t step) {
    for (auto& [name, points] : series_)
        while (!points.empty() && points.back().step > step) points.pop_back();
}

void RunHistory::add(const TimedEvent& event) {
    overview_.add(event);
    if (const auto* started = std::get_if<RunStarted>(&event.event)) {
        forget_after(started->resumed_from_step);
        if (started->resumed_from_step >= 0)
            std::erase_if(checkpoints_, [&](const CheckpointWritten& one) {
                return one.step > started->resumed_from_step;
            });
    }
    if (const auto* logged = std::get_if<MetricsLogged>(&event.event))
        for (const Metric& metric : logged->metrics)
            series_[metric.name].push_back({logged->step, logged->epoch, logged->seconds, metric.value});
    if (const auto* probe = std::get_if<ProbeMeasured>(&event.event))
        for (const Metric& metric : probe->accuracies)
            series_[metric.name].push_back(
                {probe->step, static_cast<double>(probe->epoch), probe->seconds, metric.value});
    if (const auto* written = std::get_if<CheckpointWritten>(&event.event)) checkpoints_.push_back(*written);
    if (const auto* warning = std::get_if<WarningRaised>(&event.event)) warnings_.push_back(warning->error);
    if (const auto* ready = std::get_if<ArtifactReady>(&event.event)) artifacts_.push_back(*ready);
}

const ArtifactReady* RunHistory::artifact(std::string_view type) const {
    const auto found = std::find_if(artifacts_.rbegin(), artifacts_.rend(),
                                    [&](const ArtifactReady& one) { return one.type == type; });
    return found == artifacts_.rend() ? nullptr : &*found;
}

} // namespace kinelens
