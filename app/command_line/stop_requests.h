// StopRequests: a job is asked to stop by a signal or through its run folder's control file; both are one
// token. What else the control file asks for is kept for jobs that can do it.
#pragma once

#include "core/experiment/run_folder.h"

#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace kinelens {

class StopRequests {
public:
    StopRequests(const std::stop_token& signals, std::shared_ptr<RunFolder> folder);
    std::stop_token token() const { return source_.get_token(); }

    // Requests other than stop since the last call, oldest first.
    std::vector<ControlCommand> take() const { return waiting_->take(); }

private:
    class Waiting {
    public:
        void add(const ControlCommand& command);
        std::vector<ControlCommand> take();

    private:
        std::mutex mutex_;
        std::vector<ControlCommand> commands_;
    };
    static void read_requests(const std::stop_token& end, const std::stop_source& source, Waiting& waiting,
                              RunFolder& folder);

    std::stop_source source_;
    std::shared_ptr<Waiting> waiting_ = std::make_shared<Waiting>();
    std::stop_callback<std::function<void()>> on_signal_;
    std::jthread reader_; // of the control file
};

} // namespace kinelens
