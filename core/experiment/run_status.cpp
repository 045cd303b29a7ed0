#include "core/experiment/run_status.h"

#include "core/experiment/run_watch.h"

namespace kinelens {

bool is_run_folder(const Path& folder) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(RunPaths{folder}.experiment(), ignored);
}

Result<RunStatus> run_status(const Path& folder) {
    if (!is_run_folder(folder)) return fail(ErrorCode::not_found, folder.string(), "not a run folder");
    RunWatch watch(folder);
    RunStatus status;
    do {
        KINELENS_TRY(events, watch.look());
        if (!events.empty()) status.last_event_time = events.back().time;
    } while (!watch.at_end());
    status.state = watch.standing().state;
    status.pending = watch.standing().pending;
    status.finished = watch.turns().finished;
    return status;
}

} // namespace kinelens
