#include "core/export/output_stream.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace kinelens {
namespace {

constexpr std::size_t buffer_size = std::size_t(1) << 20;

std::optional<Error> write_at(int descriptor, std::string_view bytes, std::uint64_t at, const Path& file) {
    while (!bytes.empty()) {
        const ssize_t count = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return error_from_errno(ErrorCode::file_unwritable, file.string());
        bytes.remove_prefix(static_cast<std::size_t>(count));
        at += static_cast<std::uint64_t>(count);
    }
    return std::nullopt;
}

} // namespace

Result<OutputStream> OutputStream::create(const Path& file) {
    if (std::error_code failed; std::filesystem::exists(file, failed))
        return fail(ErrorCode::already_exists, file.string());
    const Path temporary = temporary_name(file);
    ::unlink(temporary.c_str()); // it may be a link to another file
    const int descriptor =
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (descriptor < 0) return fail(error_from_errno(ErrorCode::file_unwritable, file.string()));
    return OutputStream(file, descriptor);
}

OutputStream::OutputStream(Path file, int descriptor)
    : file_(std::move(file))
    , descriptor_(descriptor) {}

OutputStream::OutputStream(OutputStream&& other) noexcept
    : file_(std::move(other.file_))
    , descriptor_(std::exchange(other.descriptor_, -1))
    , written_(other.written_)
    , buffer_(std::move(other.buffer_))
    , fault_(std::move(other.fault_)) {}

OutputStream::~OutputStream() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(temporary_name(file_).c_str());
}

void OutputStream::write(std::string_view bytes) {
    buffer_.append(bytes);
    if (buffer_.size() >= buffer_size) flush();
}

void OutputStream::flush() {
    if (!fault_) fault_ = write_at(descriptor_, buffer_, written_, file_);
    written_ += buffer_.size();
    buffer_.clear();
}

void OutputStream::overwrite(std::uint64_t at, std::string_view bytes) {
    flush();
    if (!fault_) fault_ = write_at(descriptor_, bytes, at, file_);
}

Result<void> OutputStream::check() const {
    if (fault_) return fail(*fault_);
    return {};
}

Result<void> OutputStream::finish() {
    flush();
    KINELENS_CHECK(check());
    KINELENS_CHECK(publish_file(temporary_name(file_), file_));
    ::close(std::exchange(descriptor_, -1));
    return {};
}

} // namespace kinelens
