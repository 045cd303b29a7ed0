// SourceFile: one file to import, on disk or inside a zip.
#pragma once

#include "core/import/zip_archive.h"

#include <optional>

namespace kinelens {

struct SourceFile {
    std::string path;                    // as shown to people: "a.zip:S001….skeleton"
    std::string stem;                    // file name without folder and ending
    std::string ending;                  // ".skeleton", lower case
    std::shared_ptr<ZipArchive> archive; // null: on disk
    std::string member;
    std::optional<Error> fault{}; // an archive in a folder that cannot be opened: rejected like a bad file

    // The same into a buffer that is used again and again.
    Result<void> read_into(std::string& buffer) const {
        if (!archive) return read_file_into(path, buffer);
        KINELENS_TRY(bytes, archive->read(member));
        buffer = std::move(bytes);
        return {};
    }
    Result<std::string> read() const { return archive ? archive->read(member) : read_text_file(path); }
};

// The files that `paths` mean: a folder is searched to any depth, a .zip gives its members; sorted by name.
// An .npz is one file. Errors: file_not_found, what opening an archive gives.
Result<std::vector<SourceFile>> list_sources(const std::vector<std::string>& paths);

} // namespace kinelens
