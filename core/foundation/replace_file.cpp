#include "core/foundation/replace_file.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace kinelens {

Result<void> replace_file(const Path& file, std::string_view text) {
    const Path temporary = temporary_name(file);
    ::unlink(temporary.c_str()); // it may be a link to another file
    const int out = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (out < 0) return fail(error_from_errno(ErrorCode::file_unwritable, file.string()));
    const bool whole = ::write(out, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    const bool renamed = whole && ::rename(temporary.c_str(), file.c_str()) == 0;
    auto failed = fail(error_from_errno(ErrorCode::file_unwritable, file.string()));
    ::close(out);
    return renamed ? Result<void>() : std::move(failed);
}

} // namespace kinelens
