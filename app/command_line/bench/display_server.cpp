#include "app/command_line/bench/display_server.h"

#include "app/command_line/bench/child_process.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace kinelens {

Result<DisplayServer> DisplayServer::open() {
    if (const char* display = std::getenv("DISPLAY"); display && *display) return DisplayServer(0);
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) return fail(error_from_errno(ErrorCode::process_failed, "Xvfb"));
    const pid_t process = start_process(
        {"Xvfb", "-displayfd", std::to_string(ends[1]), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"});
    ::close(ends[1]);
    std::string number; // one line, when it is ready
    for (char letter = 0; ::read(ends[0], &letter, 1) == 1 && letter != '\n';) number += letter;
    ::close(ends[0]);
    if (number.empty()) {
        (void)wait_for(process, 1);
        return fail(ErrorCode::process_failed, "Xvfb", "no display and no Xvfb (Debian's package xvfb)");
    }
    ::setenv("DISPLAY", (":" + number).c_str(), 1);
    return DisplayServer(process);
}

DisplayServer::DisplayServer(DisplayServer&& other) noexcept
    : process_(std::exchange(other.process_, 0)) {}

DisplayServer::~DisplayServer() {
    if (process_ <= 0) return;
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
    ::unsetenv("DISPLAY");
}

} // namespace kinelens
