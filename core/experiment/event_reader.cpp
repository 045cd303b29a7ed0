#include "core/experiment/event_reader.h"

#include <algorithm>
#include <fstream>

namespace kinelens {
namespace {

// Takes the whole lines off the front of `buffer` as events; unreadable lines are skipped. Its first
// `searched` bytes are known to hold no end of a line.
std::vector<TimedEvent> take_lines(std::string& buffer, std::size_t searched) {
    std::vector<TimedEvent> events;
    std::size_t start = 0;
    for (std::size_t end; (end = buffer.find('\n', std::max(start, searched))) != std::string::npos;
         start = end + 1) {
        auto event = event_from_line(std::string_view(buffer).substr(start, end - start));
        if (event && *event) events.push_back(std::move(**event));
    }
    buffer.erase(0, start);
    return events;
}

} // namespace

Result<std::vector<TimedEvent>> EventReader::read_new(std::size_t byte_limit) {
    at_end_ = true;
    std::error_code missing;
    const auto size = std::filesystem::file_size(file_, missing);
    if (missing) return std::vector<TimedEvent>{};
    if (size < position_) { // cut back by a resume: a torn line was removed
        position_ = size;
        partial_.clear();
    }
    const std::uint64_t wanted = std::min<std::uint64_t>(size - position_, byte_limit);
    if (wanted == 0) return std::vector<TimedEvent>{};
    std::ifstream in(file_, std::ios::binary);
    std::string fresh(wanted, '\0');
    if (!in.seekg(static_cast<std::streamoff>(position_)))
        return fail(error_from_errno(ErrorCode::file_unreadable, file_.string()));
    in.read(fresh.data(), static_cast<std::streamsize>(wanted));
    fresh.resize(static_cast<std::size_t>(in.gcount()));
    position_ += fresh.size();
    at_end_ = position_ >= size;
    const std::size_t searched = partial_.size();
    partial_ += fresh;
    return take_lines(partial_, searched);
}

} // namespace kinelens
