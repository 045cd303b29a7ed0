#include "core/learning/jobs/guard.h"

#include "core/learning/distributed/process_ranks.h"

#include <new>

namespace kinelens::learning {
namespace {

// Allocation failures of the CPU allocator and of CUDA arrive as exceptions with these words.
bool is_out_of_memory(const std::string& message) {
    for (const char* words : {"out of memory", "not enough memory", "can't allocate memory"})
        if (message.find(words) != std::string::npos) return true;
    return false;
}

} // namespace

Error error_of(const std::exception& exception, const std::string& job) {
    const std::string message = exception.what();
    if (dynamic_cast<const RankLost*>(&exception))
        return {ErrorCode::process_failed,
                "another process of this run",
                "its connection is gone, so this one ends as well; resume from the last checkpoint",
                {}};
    if (dynamic_cast<const std::bad_alloc*>(&exception) || is_out_of_memory(message))
        return {ErrorCode::out_of_memory, job, "lower the batch size, the hidden size or the views", {}};
    return {ErrorCode::internal, job, message.substr(0, message.find('\n')), {}};
}

} // namespace kinelens::learning
