// ProcessMark: one process among all there ever were. A number alone would not do: after a while, and after
// every start of the machine, the system gives it to another process.
#pragma once

#include <cstdint>
#include <string>

namespace kinelens {

struct ProcessMark {
    std::string host;
    std::string machine;         // what numbers its processes: a start of the machine, and in it a container
    std::int64_t process_id = 0; // 0: none
    std::int64_t started = 0;    // clock ticks since the machine started; 0: unknown
    bool operator==(const ProcessMark&) const = default;
};

// Of a process of this machine that lives.
ProcessMark process_mark(std::int64_t process_id);
ProcessMark own_process_mark();

// unknown: it cannot be seen from here, or the number lives and nobody can tell whose it is.
enum class ProcessLife { unknown, alive, gone };
ProcessLife life_of(const ProcessMark& mark);

std::string host_name();

} // namespace kinelens
