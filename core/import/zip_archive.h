// ZipArchive: the files inside a zip (also .npz), read one by one without unpacking to disk. What is read is
// what was packed: every member is compared with its checksum.
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
    // A zip that was packed into another; `shown` names it in errors.
    static Result<std::shared_ptr<ZipArchive>> open_bytes(std::string bytes, const std::string& shown);
    ~ZipArchive();

    // Files only, in the archive's order, with '/' between folders whatever the packing program wrote.
    const std::vector<std::string>& names() const;

    // The file at that place of names(). Safe from any thread. Errors: format_invalid (damaged, encrypted,
    // packed in a way that is not read, larger than 4 GiB).
    Result<std::string> read(std::size_t place) const;

private:
    struct State;
    explicit ZipArchive(std::unique_ptr<State> state);
    static std::shared_ptr<ZipArchive> listed(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace kinelens
