#include "core/learning/training/memory_advice.h"

#include <new>

namespace kinelens::learning {
namespace {

bool fits(std::int64_t chunk, const std::function<void(std::int64_t)>& attempt) {
    try {
        attempt(chunk);
        return true;
    } catch (const std::exception& exception) {
        if (!is_out_of_memory(exception)) throw;
        return false;
    }
}

} // namespace

// Allocation failures of the CPU allocator and of CUDA arrive as exceptions with these words.
bool is_out_of_memory(const std::exception& exception) {
    if (dynamic_cast<const std::bad_alloc*>(&exception)) return true;
    const std::string message = exception.what();
    for (const char* words : {"out of memory", "not enough memory", "can't allocate memory"})
        if (message.find(words) != std::string::npos) return true;
    return false;
}

Error memory_advice(const std::string& job, std::int64_t samples,
                    const std::function<void(std::int64_t)>& attempt) {
    for (std::int64_t chunk = samples / 2; chunk >= 1; chunk /= 2)
        if (fits(chunk, attempt))
            return {ErrorCode::out_of_memory,
                    job,
                    std::to_string(samples) + " sequences at a time do not fit; a chunk size of " +
                        std::to_string(chunk) + " does and learns the same",
                    {}};
    return {ErrorCode::out_of_memory, job, "not even one sequence at a time fits; lower the hidden size", {}};
}

} // namespace kinelens::learning
