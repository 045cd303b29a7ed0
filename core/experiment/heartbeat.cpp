#include "core/experiment/heartbeat.h"

#include "core/experiment/events.h"

#include <chrono>

namespace kinelens {
namespace {

constexpr auto interval = std::chrono::seconds(2);

} // namespace

Heartbeat::Heartbeat(Path file)
    : file_(std::move(file))
    , process_(own_process_mark()) {
    beat();
    thread_ = std::jthread([this](const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (!wake_.wait_for(lock, stop, interval, [] { return false; }) && !stop.stop_requested()) beat();
    });
}

Heartbeat::~Heartbeat() {
    thread_.request_stop();
    thread_.join();
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
}

// One that cannot be written leaves the one before, which names this process as well.
void Heartbeat::beat() const {
    (void)write_process_record(file_, {wall_clock_seconds(), process_, {}});
}

} // namespace kinelens
