// EventReader: follows an events.jsonl that may still grow. A torn last line waits until it is whole.
#pragma once

#include "core/experiment/events.h"
#include "core/foundation/files.h"

namespace kinelens {

class EventReader {
public:
    explicit EventReader(Path file)
        : file_(std::move(file)) {}

    // Events that became whole since the last call; empty if the file does not exist yet. At most
    // `byte_limit` bytes are read at a time, so that a huge log never stalls its reader (call again).
    Result<std::vector<TimedEvent>> read_new(std::size_t byte_limit = 1u << 22);

    // True when the last read_new() reached the end of the file.
    bool at_end() const { return at_end_; }

private:
    Path file_;
    std::uint64_t position_ = 0;
    std::string partial_;
    bool at_end_ = true;
};

} // namespace kinelens
