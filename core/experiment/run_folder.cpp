#include "core/experiment/run_folder.h"

#include "core/experiment/append_file.h"
#include "core/experiment/heartbeat.h"

#include <cerrno>
#include <fcntl.h>
#include <mutex>
#include <sys/file.h>
#include <unistd.h>

namespace kinelens {
namespace {

// An advisory lock that the system releases when the process dies, however it dies.
class RunLock {
public:
    static Result<RunLock> take(const Path& file) {
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (descriptor < 0) return fail(error_from_errno(ErrorCode::file_unwritable, file.string()));
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            ::close(descriptor);
            return fail(ErrorCode::locked, file.parent_path().string(), "another process works in this run");
        }
        return RunLock(descriptor);
    }
    RunLock(RunLock&& other) noexcept
        : descriptor_(std::exchange(other.descriptor_, -1)) {}
    RunLock& operator=(RunLock&&) = delete;
    ~RunLock() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }

private:
    explicit RunLock(int descriptor)
        : descriptor_(descriptor) {}
    int descriptor_;
};

// Whoever started this process cleared what had been asked of the one before: what waits now is meant for it.
bool was_launched(const RunPaths& paths) {
    const auto launch = read_process_record(paths.launch());
    return launch && launch->process == own_process_mark();
}

Result<void> make_folder(const Path& folder) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) return fail(ErrorCode::file_unwritable, folder.string(), failed.message());
    return {};
}

} // namespace

struct RunFolder::Writer {
    RunPaths paths;
    Experiment experiment;
    RunLock lock;
    AppendFile events;
    AppendFile log;
    std::unique_ptr<Heartbeat> heartbeat;
    std::mutex mutex{}; // events and log lines may come from several threads

    static Result<std::unique_ptr<Writer>> open(const RunPaths& paths, Experiment experiment, RunLock lock) {
        KINELENS_CHECK(make_folder(paths.checkpoints()));
        KINELENS_TRY(events, AppendFile::open(paths.events()));
        KINELENS_TRY(log, AppendFile::open(paths.log()));
        return std::unique_ptr<Writer>(new Writer{paths, std::move(experiment), std::move(lock),
                                                  std::move(events), std::move(log),
                                                  std::make_unique<Heartbeat>(paths.heartbeat())});
    }
};

RunFolder::RunFolder(std::unique_ptr<Writer> writer)
    : writer_(std::move(writer)) {}
RunFolder::RunFolder(RunFolder&&) noexcept = default;
RunFolder& RunFolder::operator=(RunFolder&&) noexcept = default;
RunFolder::~RunFolder() = default;

Result<RunFolder> RunFolder::create(const Path& folder, const Experiment& experiment) {
    const RunPaths paths{folder};
    KINELENS_CHECK(make_folder(folder));
    KINELENS_TRY(lock, RunLock::take(paths.lock()));
    if (std::filesystem::exists(paths.events())) return fail(ErrorCode::already_exists, folder.string());
    KINELENS_CHECK(write_file_atomically(paths.experiment(), experiment_to_json(experiment)));
    KINELENS_TRY(writer, Writer::open(paths, experiment, std::move(lock)));
    KINELENS_CHECK(writer->events.append_line(events_header_line()));
    return RunFolder(std::move(writer));
}

Result<RunFolder> RunFolder::reopen(const Path& folder) {
    const RunPaths paths{folder};
    KINELENS_TRY(text, read_text_file(paths.experiment()));
    KINELENS_TRY(experiment, experiment_from_json(text, paths.experiment().string()));
    KINELENS_TRY(lock, RunLock::take(paths.lock()));
    KINELENS_CHECK(cut_torn_line(paths.events()));
    if (!was_launched(paths)) clear_requests(folder);
    std::error_code missing;
    const bool fresh = !std::filesystem::exists(paths.events(), missing);
    KINELENS_TRY(writer, Writer::open(paths, std::move(experiment), std::move(lock)));
    if (fresh) KINELENS_CHECK(writer->events.append_line(events_header_line()));
    return RunFolder(std::move(writer));
}

const RunPaths& RunFolder::paths() const {
    return writer_->paths;
}
const Experiment& RunFolder::experiment() const {
    return writer_->experiment;
}

Result<void> RunFolder::move_data(const std::string& file) {
    Experiment moved = writer_->experiment;
    moved.data = file;
    if (const auto input = moved.inputs.find("data"); input != moved.inputs.end()) input->second.file = file;
    KINELENS_CHECK(write_file_atomically(writer_->paths.experiment(), experiment_to_json(moved)));
    log("the dataset lies in " + file + " now, not in " + writer_->experiment.data);
    writer_->experiment = std::move(moved);
    return {};
}

Result<void> RunFolder::append(const Event& event) {
    const std::scoped_lock lock(writer_->mutex);
    return writer_->events.append_line(event_to_line({wall_clock_seconds(), event}));
}

void RunFolder::log(std::string_view text) {
    const std::scoped_lock lock(writer_->mutex);
    // A log line that cannot be written must not end the job.
    (void)writer_->log.append_line(utc_timestamp() + " " + std::string(text));
}

std::vector<ControlCommand> RunFolder::take_requests() {
    return take_control_requests(writer_->paths);
}

} // namespace kinelens
