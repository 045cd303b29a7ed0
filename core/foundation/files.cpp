#include "core/foundation/files.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kinelens {
namespace {

class Descriptor {
public:
    Descriptor(const Path& file, int flags)
        : number_(::open(file.c_str(), flags | O_CLOEXEC, 0644)) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    bool valid() const { return number_ >= 0; }
    int number() const { return number_; }

private:
    int number_;
};

Result<void> write_all(const Descriptor& out, std::string_view bytes, const Path& file) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(out.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fail(error_from_errno(ErrorCode::file_unwritable, file.string()));
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

void flush_folder_of(const Path& file) {
    const Path folder = file.has_parent_path() ? file.parent_path() : Path(".");
    const Descriptor opened(folder, O_RDONLY | O_DIRECTORY);
    if (opened.valid()) ::fsync(opened.number());
}

} // namespace

Result<void> read_file_into(const Path& file, std::string& buffer) {
    const Descriptor in(file, O_RDONLY);
    struct stat facts {};
    if (!in.valid() || ::fstat(in.number(), &facts) != 0)
        return fail(error_from_errno(ErrorCode::file_unreadable, file.string()));
    if (S_ISDIR(facts.st_mode)) return fail(ErrorCode::file_unreadable, file.string(), "it is a folder");
    // One byte more than the file has: the read that finds its end needs no second call. Files of /proc have
    // no size, and some grow: the buffer does too.
    buffer.resize(static_cast<std::size_t>(facts.st_size) + 1);
    std::size_t size = 0;
    for (;;) {
        const ssize_t got = ::read(in.number(), buffer.data() + size, buffer.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail(error_from_errno(ErrorCode::file_unreadable, file.string()));
        size += static_cast<std::size_t>(got);
        if (got == 0) break;
        if (size == buffer.size()) buffer.resize(size * 2);
    }
    buffer.resize(size);
    return {};
}

Result<std::string> read_text_file(const Path& file) {
    std::string text;
    KINELENS_CHECK(read_file_into(file, text));
    return text;
}

Path temporary_name(const Path& file) {
    return file.parent_path() / ("." + file.filename().string() + ".part");
}

Result<void> publish_file(const Path& temporary, const Path& file) {
    {
        const Descriptor opened(temporary, O_RDONLY);
        if (!opened.valid() || ::fsync(opened.number()) != 0)
            return fail(error_from_errno(ErrorCode::file_unwritable, temporary.string()));
    }
    if (::rename(temporary.c_str(), file.c_str()) != 0)
        return fail(error_from_errno(ErrorCode::file_unwritable, file.string()));
    flush_folder_of(file);
    return {};
}

namespace {

// The name can be told beforehand: what lies there, a link to somebody's file perhaps, is no place to write
// to.
Result<void> write_temporary(const Path& file, std::string_view bytes) {
    const Path temporary = temporary_name(file);
    ::unlink(temporary.c_str());
    const Descriptor out(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
    if (!out.valid()) return fail(error_from_errno(ErrorCode::file_unwritable, file.string()));
    auto written = write_all(out, bytes, file);
    if (!written) ::unlink(temporary.c_str());
    return written;
}

} // namespace

Result<void> write_file_atomically(const Path& file, std::string_view bytes) {
    KINELENS_CHECK(write_temporary(file, bytes));
    return publish_file(temporary_name(file), file);
}

std::string full_name(const Path& file) {
    return std::filesystem::absolute(file).lexically_normal().string();
}

} // namespace kinelens
