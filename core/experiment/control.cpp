#include "core/experiment/control.h"

#include <array>
#include <charconv>
#include <fcntl.h>
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

} // namespace

Result<void> request_control(const Path& folder, const ControlCommand& command) {
    const RunPaths paths{folder};
    const ControlLock lock(paths);
    std::string text;
    if (const auto waiting = read_text_file(paths.control())) text = *waiting;
    return write_file_atomically(paths.control(), text + to_line(command) + "\n");
}

std::vector<ControlCommand> take_control_requests(const RunPaths& paths) {
    if (::access(paths.control().c_str(), F_OK) != 0) return {};
    const ControlLock lock(paths);
    const auto text = read_text_file(paths.control());
    std::error_code ignored;
    std::filesystem::remove(paths.control(), ignored);
    return text ? control_from_text(*text) : std::vector<ControlCommand>{};
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
}

} // namespace kinelens
