#include "app/command_line/stop_requests.h"

#include <condition_variable>
#include <utility>

namespace kinelens {
namespace {

constexpr std::chrono::milliseconds look_every{200};

} // namespace

void StopRequests::Waiting::add(const ControlCommand& command) {
    const std::lock_guard lock(mutex_);
    commands_.push_back(command);
}

std::vector<ControlCommand> StopRequests::Waiting::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(commands_, {});
}

void StopRequests::read_requests(const std::stop_token& end, const std::stop_source& source, Waiting& waiting,
                                 RunFolder& folder) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    while (!end.stop_requested()) {
        for (const ControlCommand& command : folder.take_requests())
            if (command.request == ControlRequest::stop)
                source.request_stop();
            else
                waiting.add(command);
        wake.wait_for(lock, end, look_every, [] { return false; });
    }
}

StopRequests::StopRequests(const std::stop_token& signals, std::shared_ptr<RunFolder> folder)
    : on_signal_(signals, [source = source_]() mutable { source.request_stop(); })
    , reader_([source = source_, waiting = waiting_, folder = std::move(folder)](const std::stop_token& end) {
        if (folder) read_requests(end, source, *waiting, *folder);
    }) {}

} // namespace kinelens
