// DisplayServer: an X server without a screen for as long as the object lives; the display there is, if any.
#pragma once

#include "core/foundation/result.h"

#include <sys/types.h>

namespace kinelens {

class DisplayServer {
public:
    // Uses $DISPLAY where it is set; starts Xvfb otherwise and sets it. Error: process_failed.
    static Result<DisplayServer> open();
    DisplayServer(DisplayServer&& other) noexcept;
    DisplayServer& operator=(DisplayServer&&) = delete;
    ~DisplayServer();

private:
    explicit DisplayServer(pid_t process)
        : process_(process) {}
    pid_t process_; // 0: not ours
};

} // namespace kinelens
