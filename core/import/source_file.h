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
    std::size_t member = 0;              // its place in the archive
    std::optional<Error> fault{}; // an archive in a folder that cannot be opened: rejected like a bad file
    bool zipped = false;          // gzip: read() gives what was packed
    std::string name{};           // of its recording: the stem, with folders where others have it too

    // Errors: what reading files and archives gives; file_truncated and format_invalid of a damaged gzip.
    Result<std::string> read() const;
    // The same into a buffer that is used again and again.
    Result<void> read_into(std::string& buffer) const;
    // Its first `size` bytes, or as many as can be had; members of an archive are read whole for it.
    std::string head(std::size_t size) const;
};

// The files that `paths` mean: a folder is searched to any depth (links to folders too, each folder once), a
// .zip gives its members, and so does a zip within a zip; sorted by name. An .npz is one file. What file
// managers leave behind (__MACOSX, ._*, .DS_Store, Thumbs.db) is passed over. Archives of other kinds become
// files with a fault. Errors: file_not_found, what opening an archive gives.
Result<std::vector<SourceFile>> list_sources(const std::vector<std::string>& paths);

// Recordings are told apart by their names: where files share a stem, their names get as many of their
// folders as it takes ("subject_01/walk").
void name_apart(std::vector<SourceFile>& sources);

} // namespace kinelens
