#include "core/experiment/process_mark.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <unistd.h>

namespace kinelens {
namespace {

struct ProcessStat {
    char state = ' ';
    std::int64_t started = 0;
};

// /proc/N/stat: the number, the name in brackets (which may hold anything), the state, …; the start is the
// 22nd field.
std::optional<ProcessStat> stat_of(std::int64_t process_id) {
    std::ifstream file("/proc/" + std::to_string(process_id) + "/stat");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const std::size_t bracket = text.rfind(')');
    if (bracket == std::string::npos) return std::nullopt;
    std::istringstream fields(text.substr(bracket + 1));
    ProcessStat stat;
    std::string skipped;
    fields >> stat.state;
    for (int field = 4; field < 22; ++field) fields >> skipped;
    fields >> stat.started;
    return fields ? std::optional(stat) : std::nullopt;
}

const std::string& this_machine() {
    static const std::string machine = [] {
        std::string boot;
        std::ifstream("/proc/sys/kernel/random/boot_id") >> boot;
        std::error_code none;
        return boot + " " + std::filesystem::read_symlink("/proc/self/ns/pid", none).string();
    }();
    return machine;
}

bool has_ended(const ProcessStat& stat) {
    return stat.state == 'Z' || stat.state == 'X'; // a zombie waits for its parent only
}

} // namespace

std::string host_name() {
    std::array<char, 256> name{};
    ::gethostname(name.data(), name.size() - 1);
    return name.data();
}

ProcessMark process_mark(std::int64_t process_id) {
    const auto stat = stat_of(process_id);
    return {host_name(), this_machine(), process_id, stat ? stat->started : 0};
}

ProcessMark own_process_mark() {
    return process_mark(::getpid());
}

ProcessLife life_of(const ProcessMark& mark) {
    if (mark.process_id <= 0 || mark.host != host_name()) return ProcessLife::unknown;
    if (!mark.machine.empty() && mark.machine != this_machine()) return ProcessLife::unknown;
    const auto stat = stat_of(mark.process_id);
    if (stat && has_ended(*stat)) return ProcessLife::gone;
    if (stat && mark.started > 0)
        return stat->started == mark.started ? ProcessLife::alive : ProcessLife::gone;
    const bool numbered = ::kill(static_cast<pid_t>(mark.process_id), 0) == 0 || errno == EPERM;
    return numbered ? ProcessLife::unknown : ProcessLife::gone;
}

} // namespace kinelens
