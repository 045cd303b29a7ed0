#include "core/experiment/control.h"

#include "core/experiment/events.h"
#include "core/experiment/process_record.h"
#include "core/foundation/number_text.h"
#include "core/foundation/replace_file.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/file.h>
#include <unistd.h>

namespace kinelens {
namespace {

constexpr std::array requests{std::pair{ControlRequest::pause, std::string_view("pause")},
                              std::pair{ControlRequest::resume, std::string_view("resume")},
                              std::pair{ControlRequest::stop, std::string_view("stop")},
                              std::pair{ControlRequest::checkpoint_now, std::string_view("checkpoint-now")},
                              std::pair{ControlRequest::extend, std::string_view("extend")}};

// Holds control.lock while the file is read and emptied, or added to: requests are never lost between the
// two.
class ControlLock {
public:
    explicit ControlLock(const RunPaths& paths)
        : descriptor_(::open((paths.folder / ".control.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
        if (descriptor_ >= 0) ::flock(descriptor_, LOCK_EX);
    }
    ~ControlLock() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    ControlLock(const ControlLock&) = delete;
    ControlLock& operator=(const ControlLock&) = delete;

private:
    int descriptor_;
};

std::string to_line(const ControlCommand& command) {
    std::string line;
    for (const auto& [request, name] : requests)
        if (request == command.request) line = name;
    if (command.request == ControlRequest::extend) line += " " + std::to_string(command.amount);
    return line;
}

std::optional<ControlCommand> from_line(const std::string& line) {
    std::istringstream words(line);
    std::string name;
    ControlCommand command;
    words >> name;
    if (command.amount = 0; name == "extend" && !(words >> command.amount)) return std::nullopt;
    for (const auto& [request, request_name] : requests) {
        if (name != request_name) continue;
        command.request = request;
        return command;
    }
    return std::nullopt;
}

// "1790000000.25 stop": without it a job is no worse, so that a disk that is full does not matter.
void note_taken(const RunPaths& paths, const std::vector<ControlCommand>& commands) {
    std::ofstream out(paths.taken_control(), std::ios::app);
    out << std::fixed;
    for (const ControlCommand& command : commands)
        out << wall_clock_seconds() << ' ' << to_line(command) << '\n';
}

std::vector<AskedRequest> taken_requests(const RunPaths& paths) {
    std::vector<AskedRequest> taken;
    std::ifstream lines(paths.taken_control());
    for (std::string line; std::getline(lines, line);) {
        const std::size_t blank = line.find(' ');
        double when = 0;
        if (blank == std::string::npos || !parse_number(std::string_view(line).substr(0, blank), when))
            continue;
        if (const auto command = from_line(line.substr(blank + 1))) taken.push_back({*command, when});
    }
    return taken;
}

// Never this program, which stands in launch.json until the process it starts has a number.
bool is_signalled(const Path& file) {
    const auto record = read_process_record(file);
    return record && record->process != own_process_mark() &&
           life_of(record->process) == ProcessLife::alive &&
           ::kill(static_cast<pid_t>(record->process.process_id), SIGTERM) == 0;
}

} // namespace

Result<void> request_control(const Path& folder, const ControlCommand& command) {
    const RunPaths paths{folder};
    const ControlLock lock(paths);
    std::string text;
    if (const auto waiting = read_text_file(paths.control())) text = *waiting;
    return replace_file(paths.control(), text + to_line(command) + "\n");
}

Result<void> stop_run(const Path& folder) {
    auto left = request_control(folder, {ControlRequest::stop, 0});
    const RunPaths paths{folder};
    if (left || is_signalled(paths.heartbeat()) || is_signalled(paths.launch())) return {};
    return left;
}

std::vector<ControlCommand> take_control_requests(const RunPaths& paths) {
    if (::access(paths.control().c_str(), F_OK) != 0) return {};
    const ControlLock lock(paths);
    const auto text = read_text_file(paths.control());
    const auto commands = text ? control_from_text(*text) : std::vector<ControlCommand>{};
    note_taken(paths, commands); // before they are gone from where they waited
    std::error_code ignored;
    std::filesystem::remove(paths.control(), ignored);
    return commands;
}

std::vector<AskedRequest> asked_requests(const RunPaths& paths) {
    std::vector<AskedRequest> asked = taken_requests(paths);
    if (const auto text = read_text_file(paths.control()))
        for (const ControlCommand& command : control_from_text(*text)) asked.push_back({command, 0});
    return asked;
}

std::string control_text(const std::vector<ControlCommand>& commands) {
    std::string text;
    for (const ControlCommand& command : commands) text += to_line(command) + "\n";
    return text;
}

std::vector<ControlCommand> control_from_text(const std::string& text) {
    std::vector<ControlCommand> commands;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (const auto command = from_line(line)) commands.push_back(*command);
    return commands;
}

void clear_requests(const Path& folder) {
    std::error_code ignored;
    std::filesystem::remove(RunPaths{folder}.control(), ignored);
    std::filesystem::remove(RunPaths{folder}.taken_control(), ignored);
}

} // namespace kinelens
