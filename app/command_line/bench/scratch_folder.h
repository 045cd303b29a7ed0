// A folder for what a measurement writes; gone afterwards.
#pragma once

#include "core/foundation/files.h"

#include <unistd.h>

namespace kinelens {

class ScratchFolder {
public:
    ScratchFolder()
        : path_(std::filesystem::temp_directory_path() / ("kinelens-bench-" + std::to_string(::getpid()))) {
        std::error_code ignored;
        std::filesystem::create_directories(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    const Path& path() const { return path_; }

private:
    Path path_;
};

} // namespace kinelens
