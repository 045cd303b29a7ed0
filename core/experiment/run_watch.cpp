#include "core/experiment/run_watch.h"

#include <fstream>

namespace kinelens {
namespace {

constexpr std::streamoff most_words = 2000; // bytes

bool is_there(const Path& file) {
    std::error_code ignored;
    return std::filesystem::exists(file, ignored);
}

} // namespace

RunWatch::RunWatch(const Path& folder)
    : paths_{folder}
    , reader_(paths_.events()) {}

Result<std::vector<TimedEvent>> RunWatch::look() {
    read_experiment();
    KINELENS_TRY(events, read_events());
    if (!at_end()) return std::move(events);
    signs_ = read_run_signs(paths_);
    if (!is_certain(turns_, signs_)) {
        KINELENS_TRY(last, read_events());
        events.insert(events.end(), last.begin(), last.end());
        if (!at_end()) return std::move(events);
    }
    standing_ = run_standing(turns_, signs_);
    const std::string verb = experiment_ ? experiment_->verb : std::string();
    if (standing_.pending != ControlRequest::stop && !can_pause(verb)) standing_.pending.reset();
    read_words();
    return std::move(events);
}

Result<std::vector<TimedEvent>> RunWatch::read_events() {
    KINELENS_TRY(events, reader_.read_new());
    for (const TimedEvent& event : events) turns_.add(event);
    return std::move(events);
}

void RunWatch::read_experiment() {
    if (experiment_) return;
    fault_.reset();
    const auto text = read_text_file(paths_.experiment());
    if (!text) {
        if (text.error().code != ErrorCode::file_not_found) fault_ = text.error();
        return;
    }
    auto read = experiment_from_json(*text, paths_.experiment().string());
    if (read)
        experiment_ = std::move(*read);
    else
        fault_ = read.error();
}

void RunWatch::read_words() {
    const bool silent = turns_.state == RunState::queued;
    // A window of an earlier version left words and no record: nobody knows its process.
    if (silent && !experiment_ && !signs_.launch && is_there(paths_.launch_words()))
        standing_.state = RunState::failed;
    const bool ended = silent && standing_.state == RunState::failed;
    last_words_ = ended ? launch_words(paths_) : std::string();
}

std::string launch_words(const RunPaths& paths) {
    std::ifstream file(paths.launch_words(), std::ios::binary | std::ios::ate);
    if (!file) return {};
    const std::streamoff size = file.tellg();
    file.seekg(std::max<std::streamoff>(0, size - most_words));
    std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

} // namespace kinelens
