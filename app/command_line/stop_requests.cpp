#include "app/command_line/stop_requests.h"

#include <condition_variable>
#include <mutex>

namespace kinelens {
namespace {

constexpr std::chrono::milliseconds look_every{200};

void read_requests(const std::stop_token& end, const std::stop_source& source, RunFolder& folder) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    while (!end.stop_requested()) {
        for (const ControlCommand& command : folder.take_requests())
            if (command.request == ControlRequest::stop) source.request_stop();
        wake.wait_for(lock, end, look_every, [] { return false; });
    }
}

} // namespace

StopRequests::StopRequests(const std::stop_token& signals, std::shared_ptr<RunFolder> folder)
    : on_signal_(signals, [source = source_]() mutable { source.request_stop(); })
    , reader_([source = source_, folder = std::move(folder)](const std::stop_token& end) {
        if (folder) read_requests(end, source, *folder);
    }) {}

} // namespace kinelens
