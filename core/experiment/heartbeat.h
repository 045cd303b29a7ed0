// Heartbeat: a file rewritten every two seconds while a job lives: {"time", "host", "process_id"}.
#pragma once

#include "core/foundation/files.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace kinelens {

class Heartbeat {
public:
    explicit Heartbeat(Path file); // beats at once, then from its own thread until destroyed
    ~Heartbeat();
    Heartbeat(const Heartbeat&) = delete;
    Heartbeat& operator=(const Heartbeat&) = delete;

private:
    void beat() const;
    Path file_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;
};

struct Pulse {
    double time = 0; // seconds since 1970
    std::string host;
    std::int64_t process_id = 0;
};
std::optional<Pulse> read_pulse(const Path& file);

// True while the process that beats in `file` is alive: on this host it exists, elsewhere its pulse is young.
bool is_alive(const Path& heartbeat_file, double limit_seconds);

std::string host_name();

} // namespace kinelens
