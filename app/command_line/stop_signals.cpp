#include "app/command_line/stop_signals.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <thread>
#include <unistd.h>

namespace kinelens {
namespace {

std::array<int, 2> ends = {-1, -1}; // of the pipe that carries signal numbers out of the handler

void pass_on(int number) {
    const int kept = errno;
    const auto byte = static_cast<unsigned char>(number);
    (void)!::write(ends[1], &byte, 1);
    errno = kept;
}

void wait_for_signals(std::stop_source& source) {
    for (int times = 0;;) {
        unsigned char number = 0;
        const auto count = ::read(ends[0], &number, 1);
        if (count < 0 && errno == EINTR) continue;
        if (count != 1) return;
        if (times++ > 0 && number == SIGINT) std::_Exit(130);
        source.request_stop();
    }
}

} // namespace

// A handler, since blocking the signals is not enough: BLAS libraries start threads before main() does, and
// a signal goes to whichever thread has not blocked it. A pipe, since a handler may do next to nothing.
std::stop_token stop_on_signals() {
    static std::stop_source source;
    if (ends[0] < 0 && ::pipe(ends.data()) == 0) {
        struct sigaction action {};
        action.sa_handler = pass_on;
        action.sa_flags = SA_RESTART;
        sigaction(SIGINT, &action, nullptr);
        sigaction(SIGTERM, &action, nullptr);
        if (std::signal(SIGHUP, SIG_IGN) != SIG_IGN)
            sigaction(SIGHUP, &action, nullptr); // nohup wants it ignored
        std::thread([] { wait_for_signals(source); }).detach();
    }
    return source.get_token();
}

} // namespace kinelens
