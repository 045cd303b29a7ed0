#include "core/experiment/heartbeat.h"

#include "core/experiment/events.h"
#include "core/foundation/json_text.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace kinelens {
namespace {

constexpr auto interval = std::chrono::seconds(2);

bool process_exists(std::int64_t process_id) {
    return ::kill(static_cast<pid_t>(process_id), 0) == 0 || errno == EPERM;
}

} // namespace

std::string host_name() {
    std::array<char, 256> name{};
    ::gethostname(name.data(), name.size() - 1);
    return name.data();
}

Heartbeat::Heartbeat(Path file)
    : file_(std::move(file)) {
    beat();
    thread_ = std::jthread([this](const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (!wake_.wait_for(lock, stop, interval, [] { return false; }) && !stop.stop_requested()) beat();
    });
}

Heartbeat::~Heartbeat() {
    thread_.request_stop();
    thread_.join();
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
}

// No flush to the disk: a pulse that is lost with the machine is a right answer.
void Heartbeat::beat() const {
    const nlohmann::ordered_json pulse{
        {"time", wall_clock_seconds()}, {"host", host_name()}, {"process_id", ::getpid()}};
    const Path temporary = temporary_name(file_);
    const std::string text = json_line(pulse) + "\n";
    ::unlink(temporary.c_str()); // it may be a link to another file
    const int out = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (out < 0) return;
    const bool whole = ::write(out, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    ::close(out);
    std::error_code ignored;
    if (whole) std::filesystem::rename(temporary, file_, ignored);
}

std::optional<Pulse> read_pulse(const Path& file) {
    const auto text = read_text_file(file);
    if (!text) return std::nullopt;
    const auto json = parse_json_object(*text, file.string());
    if (!json) return std::nullopt;
    const auto pulse = read_json(file.string(), [&]() -> Result<Pulse> {
        return Pulse{json->value("time", 0.0), json->value("host", ""),
                     json->value("process_id", std::int64_t{0})};
    });
    return pulse ? std::optional(*pulse) : std::nullopt;
}

bool is_alive(const Path& heartbeat_file, double limit_seconds) {
    const auto pulse = read_pulse(heartbeat_file);
    if (!pulse) return false;
    if (pulse->host == host_name() && !process_exists(pulse->process_id)) return false;
    return wall_clock_seconds() - pulse->time < limit_seconds;
}

} // namespace kinelens
