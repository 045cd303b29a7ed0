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

sigset_t stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, number);
    return signals;
}

void wait_for_signals(std::stop_source& source) {
    const sigset_t signals = stop_signals();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
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

// The calling thread and those it makes later are left alone by these signals: oneDNN's float32 products
// (before 3.11.2, oneDNN issue 4845) use the stack pointer for their own ends while they compute, and a
// handler's frame would be written into the heap. Handlers run on the waiting thread, or on one that a BLAS
// library started before main() did and that has not blocked them. A pipe, since a handler may do next to
// nothing.
std::stop_token stop_on_signals() {
    static std::stop_source source;
    if (ends[0] < 0 && ::pipe(ends.data()) == 0) {
        const sigset_t signals = stop_signals();
        pthread_sigmask(SIG_BLOCK, &signals, nullptr);
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
