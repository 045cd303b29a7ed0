// AppendFile: a log that grows by whole lines, each handed to the system in one write.
#pragma once

#include "core/foundation/files.h"

#include <string_view>

namespace kinelens {

class AppendFile {
public:
    static Result<AppendFile> open(const Path& file);
    AppendFile(AppendFile&& other) noexcept;
    AppendFile& operator=(AppendFile&& other) noexcept;
    ~AppendFile();

    // Adds the line break. On disk_full what was written of the line is cut off again; file_not_found if
    // somebody removed the file: a job whose folder is gone must not go on for nobody.
    Result<void> append_line(std::string_view line);

private:
    AppendFile(Path file, int descriptor)
        : file_(std::move(file))
        , descriptor_(descriptor) {}
    Path file_;
    int descriptor_ = -1;
};

// Removes what follows the last line break: the rest of a write that a kill interrupted.
Result<void> cut_torn_line(const Path& file);

} // namespace kinelens
