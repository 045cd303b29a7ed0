// The one place where LibTorch's exceptions become errors.
#pragma once

#include "core/foundation/result.h"

#include <exception>

namespace kinelens::learning {

// out_of_memory for failed allocations of the processor or of a GPU, internal for the rest.
Error error_of(const std::exception& exception, const std::string& job);

// What `work` returns, or the error of what it threw.
template <class Work>
auto guarded(const std::string& job, Work&& work) -> decltype(work()) {
    try {
        return work();
    } catch (const std::exception& exception) {
        return fail(error_of(exception, job));
    }
}

} // namespace kinelens::learning
