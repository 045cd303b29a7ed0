#include "core/learning/distributed/guard.h"

#include "core/learning/distributed/rank_lost.h"
#include "core/learning/training/memory_advice.h"

namespace kinelens::learning {

Error error_of(const std::exception& exception, const std::string& job) {
    const std::string message = exception.what();
    if (dynamic_cast<const RankLost*>(&exception))
        return {ErrorCode::process_failed,
                "another process of this run",
                "its connection is gone, so this one ends as well; resume from the last checkpoint",
                {}};
    if (is_out_of_memory(exception))
        return {ErrorCode::out_of_memory, job, "lower the batch size, the hidden size or the views", {}};
    return {ErrorCode::internal, job, message.substr(0, message.find('\n')), {}};
}

} // namespace kinelens::learning
