#include "tests/benchmarks/tour/event_flood.h"

#include "core/experiment/run_folder.h"

#include <chrono>
#include <cmath>

namespace kinelens::tour {

EventFlood::EventFlood(const QString& folder, int events, double seconds)
    : thread_([this, folder, events, seconds] { write(folder, events, seconds); }) {}

EventFlood::~EventFlood() = default;

void EventFlood::write(const QString& folder, int events, double seconds) {
    Experiment experiment;
    experiment.verb = "pretrain";
    experiment.name = "flood";
    auto run = RunFolder::create(folder.toStdString(), experiment);
    RunStarted started;
    started.verb = experiment.verb;
    started.device = "cpu";
    started.epochs = 10;
    started.steps_per_epoch = events / 10;
    bool fine = run && run->append(started);
    const auto begin = std::chrono::steady_clock::now();
    for (int step = 1; step <= events && fine; ++step) {
        const double share = static_cast<double>(step) / events;
        fine = run->append(MetricsLogged{step,
                                         10 * share,
                                         share,
                                         {{"loss_total", 3 + std::exp(-5 * share) + 0.1 * std::sin(step)}}})
                   .has_value();
        std::this_thread::sleep_until(begin + std::chrono::duration<double>(seconds * share));
    }
    good_ = fine && run->append(RunFinished{}).has_value();
    done_ = true;
}

} // namespace kinelens::tour
