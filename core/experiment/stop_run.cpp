#include "core/experiment/stop_run.h"

#include "core/experiment/process_record.h"
#include "core/experiment/run_folder.h"

#include <csignal>

namespace kinelens {
namespace {

// Never this program, which stands in launch.json until the process it starts has a number.
bool is_signalled(const Path& file) {
    const auto record = read_process_record(file);
    return record && record->process != own_process_mark() &&
           life_of(record->process) == ProcessLife::alive &&
           ::kill(static_cast<pid_t>(record->process.process_id), SIGTERM) == 0;
}

} // namespace

Result<void> stop_run(const Path& folder) {
    auto left = request_control(folder, {ControlRequest::stop, 0});
    const RunPaths paths{folder};
    if (left || is_signalled(paths.heartbeat()) || is_signalled(paths.launch())) return {};
    return left;
}

} // namespace kinelens
