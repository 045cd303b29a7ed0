#include "core/experiment/append_file.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace kinelens {

Result<AppendFile> AppendFile::open(const Path& file) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (descriptor < 0) return fail(error_from_errno(ErrorCode::file_unwritable, file.string()));
    return AppendFile(file, descriptor);
}

AppendFile::AppendFile(AppendFile&& other) noexcept
    : file_(std::move(other.file_))
    , descriptor_(std::exchange(other.descriptor_, -1)) {}

AppendFile& AppendFile::operator=(AppendFile&& other) noexcept {
    std::swap(file_, other.file_);
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

AppendFile::~AppendFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<void> AppendFile::append_line(std::string_view line) {
    const std::string text = std::string(line) + '\n';
    const off_t before = ::lseek(descriptor_, 0, SEEK_END);
    std::size_t done = 0;
    while (done < text.size()) {
        const ssize_t written = ::write(descriptor_, text.data() + done, text.size() - done);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            const Error error = error_from_errno(ErrorCode::file_unwritable, file_.string());
            if (::ftruncate(descriptor_, before) != 0) errno = 0; // nothing more can be done
            return fail(error);
        }
        done += static_cast<std::size_t>(written);
    }
    struct stat now {};
    if (::fstat(descriptor_, &now) == 0 && now.st_nlink == 0)
        return fail(ErrorCode::file_not_found, file_.string(), "removed while it was written");
    return {};
}

Result<void> cut_torn_line(const Path& file) {
    std::error_code missing;
    if (!std::filesystem::exists(file, missing)) return {};
    KINELENS_TRY(text, read_text_file(file));
    const std::size_t last = text.rfind('\n');
    const std::size_t whole = last == std::string::npos ? 0 : last + 1;
    if (whole == text.size()) return {};
    std::error_code failed;
    std::filesystem::resize_file(file, whole, failed);
    if (failed) return fail(ErrorCode::file_unwritable, file.string(), failed.message());
    return {};
}

} // namespace kinelens
