#include "core/dataset/output_file.h"

#include "core/dataset/hdf5_attributes.h"

#include <cerrno>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>

namespace kinelens {

std::string hdf5_format(const Path& file) {
    const hdf5::QuietErrors quiet;
    const hdf5::File opened(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT));
    if (!opened) return {};
    return hdf5::read_text_attribute(opened, "format").value_or("");
}

namespace {

std::string with_article(const std::string& kind) {
    const bool vowel = std::string_view("aeiou").find(kind.front()) != std::string_view::npos;
    return (vowel ? "an " : "a ") + kind;
}

} // namespace

Result<void> check_output(const Path& file, const std::string& kind,
                          const std::function<bool(const Path&)>& replaceable) {
    if (file.filename().empty()) return fail(ErrorCode::invalid_argument, "output", "it names no file");
    std::error_code failed;
    const Path folder = file.has_parent_path() ? file.parent_path() : Path(".");
    if (!std::filesystem::exists(folder, failed))
        return fail(ErrorCode::file_not_found, folder.string(), "the folder for " + file.filename().string());
    if (!std::filesystem::is_directory(folder, failed))
        return fail(ErrorCode::file_unwritable, file.string(), folder.string() + " is not a folder");
    if (std::filesystem::is_directory(file, failed))
        return fail(ErrorCode::already_exists, file.string(), "a folder, and a file was to be written");
    if (file.extension() != ".h5" && file.extension() != ".hdf5")
        return fail(ErrorCode::invalid_argument, file.string(),
                    "the name of " + with_article(kind) + " ends in .h5");
    if (std::filesystem::exists(file, failed) && std::filesystem::file_size(file, failed) > 0 &&
        !replaceable(file))
        return fail(ErrorCode::already_exists, file.string(), "not " + with_article(kind));
    errno = 0;
    ::unlink(temporary_name(file).c_str()); // it may be a link to another file
    const int descriptor =
        ::open(temporary_name(file).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (descriptor < 0) {
        Error error = error_from_errno(ErrorCode::file_unwritable, file.string());
        if (error.code == ErrorCode::file_not_found) error.code = ErrorCode::file_unwritable;
        return fail(std::move(error));
    }
    ::close(descriptor);
    ::unlink(temporary_name(file).c_str());
    return {};
}

Result<void> check_output(const Path& file, const std::string& kind, const std::string& format) {
    return check_output(file, kind, [&](const Path& there) { return hdf5_format(there) == format; });
}

} // namespace kinelens
