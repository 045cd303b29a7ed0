#include "app/command_line/stop_signals.h"

#include <csignal>
#include <cstdlib>
#include <pthread.h>
#include <thread>

namespace kinelens {

// The signals are blocked in every thread and taken by one that may do more than a signal handler may.
std::stop_token stop_on_signals() {
    static std::stop_source source;
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread([signals] {
        for (int times = 0;; ++times) {
            int number = 0;
            if (sigwait(&signals, &number) != 0) return;
            if (times > 0 && number == SIGINT) std::_Exit(130);
            source.request_stop();
        }
    }).detach();
    return source.get_token();
}

} // namespace kinelens
