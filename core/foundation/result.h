// Result<T>: a value or an Error. KINELENS_TRY unwraps one or returns its error from the enclosing function.
//
//     Result<int> lines(const Path& file) {
//         KINELENS_TRY(text, read_text_file(file));
//         return count_lines(text);
//     }
#pragma once

#include "core/foundation/error.h"

#include <tl/expected.hpp>
#include <utility>

namespace kinelens {

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> fail(ErrorCode code, std::string subject = {}, std::string detail = {},
                                  ErrorPlace place = {}) {
    return fail(Error{code, std::move(subject), std::move(detail), place});
}

// What was read is not as its format has it: format_invalid, with the file or the part of it as subject.
inline tl::unexpected<Error> malformed(std::string subject, std::string detail) {
    return fail(ErrorCode::format_invalid, std::move(subject), std::move(detail));
}

} // namespace kinelens

// Declares `name` as the value of `expression`, or returns the error.
#define KINELENS_TRY(name, expression)                                                                       \
    auto name##_or_error = (expression);                                                                     \
    if (!name##_or_error) return ::kinelens::fail(std::move(name##_or_error.error()));                       \
    auto& name = *name##_or_error

// For Result<void>: returns the error, if there is one.
#define KINELENS_CHECK(expression)                                                                           \
    do {                                                                                                     \
        if (auto checked_or_error = (expression); !checked_or_error)                                         \
            return ::kinelens::fail(std::move(checked_or_error.error()));                                    \
    } while (false)
