#include "ui/train/run_wishes.h"

#include <QCoreApplication>

namespace kinelens::ui {
namespace {

struct RunWishWords {
    Q_DECLARE_TR_FUNCTIONS(RunWish)
};

QString pauseObstacle(const RunEntry& run) {
    if (!can_pause(run.experiment.verb)) return RunWishWords::tr("A run of this kind cannot pause.");
    if (run.state == RunState::paused) return RunWishWords::tr("The run is paused.");
    if (run.state != RunState::running) return RunWishWords::tr("The run is not running.");
    return run.pending ? RunWishWords::tr("The run was asked for something else, which it has not done yet.")
                       : QString();
}

QString resumeObstacle(const RunEntry& run) {
    if (run.begun && can_resume(run.experiment.verb, run.state)) return {};
    if (run.state == RunState::completed) return RunWishWords::tr("The run is complete.");
    if (is_going(run.state) && run.state != RunState::paused) return RunWishWords::tr("The run is running.");
    if (run.state == RunState::queued || !run.begun) return RunWishWords::tr("The run has not begun.");
    if (!can_pause(run.experiment.verb) || run.state != RunState::paused)
        return RunWishWords::tr("A run of this kind cannot be resumed. Start it again.");
    return run.pending ? RunWishWords::tr("The run was asked for something else, which it has not done yet.")
                       : QString();
}

QString stopObstacle(const RunEntry& run) {
    if (!is_going(run.state)) return RunWishWords::tr("The run is not running.");
    return run.pending == ControlRequest::stop ? RunWishWords::tr("The run is stopping.") : QString();
}

} // namespace

QString runObstacle(const RunEntry& run, RunWish wish) {
    switch (wish) {
    case RunWish::resume:
        return resumeObstacle(run);
    case RunWish::pause:
        return pauseObstacle(run);
    case RunWish::stop:
        return stopObstacle(run);
    case RunWish::trash:
        return is_going(run.state) ? RunWishWords::tr("Stop the run first.") : QString();
    }
    return {};
}

} // namespace kinelens::ui
