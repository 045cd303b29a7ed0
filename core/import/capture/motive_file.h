// CSV as OptiTrack's Motive exports it: a line of facts, rows that say what each column is, then a row for
// each frame.
#pragma once

#include "core/import/capture/marker_file.h"
#include "core/import/source_file.h"

namespace kinelens {

// The positions of bones where there are any, else of markers; rotations are passed over. Errors:
// format_unknown, format_invalid.
Result<MarkerFile> parse_motive(std::string_view bytes, const std::string& path);

bool is_motive(const SourceFile& source); // by its first line

} // namespace kinelens
