#include "ui/messages/run_words.h"

#include <QCoreApplication>

namespace kinelens::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RunState)
};

} // namespace

QString runStateText(RunState state, std::optional<ControlRequest> pending) {
    if (pending == ControlRequest::stop) return Words::tr("Stopping…");
    if (pending == ControlRequest::pause) return Words::tr("Pausing…");
    if (pending == ControlRequest::resume) return Words::tr("Going on…");
    switch (state) {
    case RunState::queued:
        return Words::tr("Queued");
    case RunState::starting:
        return Words::tr("Starting…");
    case RunState::running:
        return Words::tr("Running");
    case RunState::paused:
        return Words::tr("Paused");
    case RunState::completed:
        return Words::tr("Completed");
    case RunState::stopped:
        return Words::tr("Stopped");
    case RunState::failed:
        return Words::tr("Failed");
    case RunState::lost:
        return Words::tr("Lost");
    }
    return {};
}

} // namespace kinelens::ui
