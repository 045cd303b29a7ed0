// StopRequests: a job is asked to stop by a signal or through its run folder's control file; both are one
// token.
#pragma once

#include "core/experiment/run_folder.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <thread>

namespace kinelens {

class StopRequests {
public:
    StopRequests(const std::stop_token& signals, std::shared_ptr<RunFolder> folder);
    std::stop_token token() const { return source_.get_token(); }

private:
    std::stop_source source_;
    std::stop_callback<std::function<void()>> on_signal_;
    std::jthread reader_; // of the control file
};

} // namespace kinelens
