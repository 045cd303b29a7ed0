// Heartbeat: a file rewritten every two seconds while a job lives, a ProcessRecord.
#pragma once

#include "core/experiment/process_record.h"

#include <condition_variable>
#include <mutex>
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
    ProcessMark process_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;
};

} // namespace kinelens
