#include "app/command_line/standard_streams.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace kinelens {

void prepare_standard_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF)
            (void)!::open("/dev/null",
                          stream == STDIN_FILENO ? O_WRONLY : O_RDONLY); // the lowest free number
    std::signal(SIGPIPE, SIG_IGN);
}

Result<void> print_line(const std::string& text) {
    errno = 0;
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() &&
                         std::fputc('\n', stdout) != EOF && std::fflush(stdout) == 0;
    if (written || errno == EPIPE) return {};
    return fail(error_from_errno(ErrorCode::file_unwritable, "standard output"));
}

} // namespace kinelens
