// ProcessRecord: a small file that names a process: the heartbeat of a job, rewritten while it lives, and
// `launch.json`, which whoever started a job left beside it. It also says for how long a job that cannot be
// seen from here is believed to live.
#pragma once

#include "core/experiment/process_mark.h"
#include "core/foundation/files.h"

#include <optional>

namespace kinelens {

struct ProcessRecord {
    double time = 0; // when it was written: seconds since 1970
    ProcessMark process;
    std::string verb; // that a launched process was asked for; empty in a heartbeat
};

// Nothing where there is none, or where it cannot be understood.
std::optional<ProcessRecord> read_process_record(const Path& file);

Result<void> write_process_record(const Path& file, const ProcessRecord& record);

// A job on another machine is gone when its heartbeat is older than this. On this one the process itself
// is looked at: a stalled disk, a suspended laptop or a stopped process leaves an old heartbeat and a job
// that lives.
constexpr double heartbeat_limit_seconds = 15;

// Of the process that beats; unknown: there is no heartbeat.
ProcessLife life_by_heartbeat(const std::optional<ProcessRecord>& heartbeat);

// Of a process that was launched; unknown: it was on another machine.
ProcessLife life_by_launch(const ProcessRecord& launch);

} // namespace kinelens
