#include "app/command_line/bench/worker.h"

#include "app/command_line/bench/child_process.h"

#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace kinelens {
namespace {

bool read_line(std::FILE* file, char* line, int size) {
    return std::fgets(line, size, file) != nullptr;
}

} // namespace

std::optional<BenchWorker> BenchWorker::start(const std::vector<std::string>& words) {
    int down[2] = {-1, -1}, up[2] = {-1, -1};
    if (::pipe2(down, O_CLOEXEC) != 0 || ::pipe2(up, O_CLOEXEC) != 0) return std::nullopt;
    const pid_t process = start_process(words, down[0], up[1]);
    ::close(down[0]);
    ::close(up[1]);
    BenchWorker worker(process, ::fdopen(down[1], "w"), ::fdopen(up[0], "r"));
    char line[64] = {};
    if (process < 0 || !read_line(worker.from_, line, sizeof line) || std::strncmp(line, "ready", 5) != 0)
        return std::nullopt;
    return worker;
}

BenchWorker::BenchWorker(BenchWorker&& other) noexcept
    : process_(std::exchange(other.process_, -1))
    , to_(std::exchange(other.to_, nullptr))
    , from_(std::exchange(other.from_, nullptr)) {}

BenchWorker::~BenchWorker() {
    if (to_) std::fclose(to_);
    if (from_) std::fclose(from_);
    if (process_ > 0) ::waitpid(process_, nullptr, 0);
}

std::optional<double> BenchWorker::measure() {
    char line[64] = {};
    double rate = 0;
    if (std::fputs("\n", to_) < 0 || std::fflush(to_) != 0 || !read_line(from_, line, sizeof line) ||
        std::sscanf(line, "%lf", &rate) != 1 || rate <= 0)
        return std::nullopt;
    return rate;
}

double BenchWorker::peak_megabytes() const {
    std::ifstream status("/proc/" + std::to_string(process_) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) * 1024 / 1e6;
    return 0;
}

} // namespace kinelens
