// ZipArchive: the files inside a zip (also .npz), read one by one without unpacking to disk.
#pragma once

#include "core/foundation/files.h"

#include <memory>
#include <string>
#include <vector>

namespace kinelens {

class ZipArchive {
public:
    // Errors: file_not_found, file_unreadable, format_invalid (damaged or not a zip).
    static Result<std::shared_ptr<ZipArchive>> open(const Path& file);
    ~ZipArchive();

    const std::vector<std::string>& names() const; // files only, in the archive's order
    // Safe from any thread.
    Result<std::string> read(const std::string& name) const;

private:
    struct State;
    explicit ZipArchive(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace kinelens
