#include "ui/messages/run_words.h"

#include <QCoreApplication>

namespace kinelens::ui {
namespace {

struct RunStateWords {
    Q_DECLARE_TR_FUNCTIONS(RunState)
};

} // namespace

QString runStateText(RunState state, std::optional<ControlRequest> pending) {
    if (pending == ControlRequest::stop) return RunStateWords::tr("Stopping…");
    if (pending == ControlRequest::pause) return RunStateWords::tr("Pausing…");
    if (pending == ControlRequest::resume) return RunStateWords::tr("Going on…");
    switch (state) {
    case RunState::queued:
        return RunStateWords::tr("Queued");
    case RunState::starting:
        return RunStateWords::tr("Starting…");
    case RunState::running:
        return RunStateWords::tr("Running");
    case RunState::paused:
        return RunStateWords::tr("Paused");
    case RunState::completed:
        return RunStateWords::tr("Completed");
    case RunState::stopped:
        return RunStateWords::tr("Stopped");
    case RunState::failed:
        return RunStateWords::tr("Failed");
    case RunState::lost:
        return RunStateWords::tr("Lost");
    }
    return {};
}

} // namespace kinelens::ui
