#include "core/experiment/process_record.h"

#include "core/experiment/events.h"
#include "core/foundation/json_text.h"
#include "core/foundation/replace_file.h"

namespace kinelens {

std::optional<ProcessRecord> read_process_record(const Path& file) {
    const auto text = read_text_file(file);
    if (!text) return std::nullopt;
    const auto json = parse_json_object(*text, file.string());
    if (!json) return std::nullopt;
    try {
        return ProcessRecord{json->value("time", 0.0),
                             {json->value("host", ""), json->value("machine", ""),
                              json->value("process_id", std::int64_t{0}),
                              json->value("process_started", std::int64_t{0})},
                             json->value("verb", "")};
    } catch (const nlohmann::json::exception&) {
        return std::nullopt; // another program's file of that name
    }
}

Result<void> write_process_record(const Path& file, const ProcessRecord& record) {
    nlohmann::ordered_json json{{"time", record.time},
                                {"host", record.process.host},
                                {"machine", record.process.machine},
                                {"process_id", record.process.process_id},
                                {"process_started", record.process.started}};
    if (!record.verb.empty()) json["verb"] = record.verb;
    return replace_file(file, json_line(json) + "\n");
}

ProcessLife life_by_heartbeat(const std::optional<ProcessRecord>& heartbeat) {
    if (!heartbeat) return ProcessLife::unknown;
    const ProcessLife life = life_of(heartbeat->process);
    if (life != ProcessLife::unknown) return life;
    const bool young = wall_clock_seconds() - heartbeat->time < heartbeat_limit_seconds;
    return young ? ProcessLife::alive : ProcessLife::gone;
}

// On a machine of this name that has been started since, nothing of it is left.
ProcessLife life_by_launch(const ProcessRecord& launch) {
    const ProcessLife life = life_of(launch.process);
    const bool here = launch.process.host == host_name();
    return life == ProcessLife::unknown && here ? ProcessLife::gone : life;
}

} // namespace kinelens
