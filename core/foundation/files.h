// Small whole-file operations with errors as values.
#pragma once

#include "core/foundation/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace kinelens {

using Path = std::filesystem::path;

Result<std::string> read_text_file(const Path& file);

// The same into a buffer whose memory is used again: fresh pages for every file cost more than reading it.
Result<void> read_file_into(const Path& file, std::string& buffer);

// Writes to a temporary neighbour, flushes it to the disk and renames it over `file`:
// readers see the old file or the new one, never half of either.
Result<void> write_file_atomically(const Path& file, std::string_view bytes);

// Flushes an already written `temporary` to the disk and renames it to `file`.
Result<void> publish_file(const Path& temporary, const Path& file);

// The temporary neighbour of `file` that publish_file() expects to be written.
Path temporary_name(const Path& file);

// From the root on, without "." and "..": what a run remembers of a file, wherever it is started again.
std::string full_name(const Path& file);

} // namespace kinelens
