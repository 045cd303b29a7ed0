// SourceFile: one file to import, on disk or inside a zip.
#pragma once

#include "core/import/zip_archive.h"

#include <optional>

namespace kinelens {

struct SourceFile {
    std::string path;                    // as shown to people: "a.zip:S001….skeleton"
    std::string stem;                    // file name without folder and ending
    std::string ending;                  // ".skeleton", lower case; of "x.txt.gz" it is ".txt"
    std::shared_ptr<ZipArchive> archive; // null: on disk
    std::string member;
    std::optional<Error> fault{}; // an archive in a folder that cannot be opened: rejected like a bad file
    bool zipped = false;          // gzip: read() gives what was packed

    // Errors: what reading files and archives gives; file_truncated and format_invalid of a damaged gzip.
    Result<std::string> read() const;
    // The same into a buffer that is used again and again.
    Result<void> read_into(std::string& buffer) const;
    // Its first `size` bytes, or as many as can be had; members of an archive are read whole for it.
    std::string head(std::size_t size) const;
};

// The files that `paths` mean: a folder is searched to any depth, a .zip gives its members; sorted by name.
// An .npz is one file. Errors: file_not_found, what opening an archive gives.
Result<std::vector<SourceFile>> list_sources(const std::vector<std::string>& paths);

} // namespace kinelens
