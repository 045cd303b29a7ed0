// BenchWorker: a process that stays warm and measures when asked. It says "ready", then answers every line
// with a rate; both sides of a comparison are such a process, so neither pays for its start.
#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace kinelens {

class BenchWorker {
public:
    // Waits until it is ready. Nothing if it cannot be started or ends before.
    static std::optional<BenchWorker> start(const std::vector<std::string>& words);
    BenchWorker(BenchWorker&& other) noexcept;
    BenchWorker& operator=(BenchWorker&&) = delete;
    ~BenchWorker(); // closes its input and waits for its end

    std::optional<double> measure();
    double peak_megabytes() const; // the most memory it held so far; 0 if unknown

private:
    BenchWorker(pid_t process, std::FILE* to, std::FILE* from)
        : process_(process)
        , to_(to)
        , from_(from) {}
    pid_t process_;
    std::FILE* to_;
    std::FILE* from_;
};

} // namespace kinelens
