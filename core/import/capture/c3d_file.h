// C3D (c3d.org): markers as integers or floats of Intel, DEC and SGI machines. Analogue channels are passed
// over.
#pragma once

#include "core/import/capture/marker_file.h"
#include "core/import/source_file.h"

namespace kinelens {

// A marker with a negative residual, or at exactly the origin, was not seen. A file that ends early gives the
// frames that are whole, with a warning. Errors: format_unknown (no C3D), format_invalid (the parameters
// contradict each other or the file), file_truncated (no whole frame).
Result<MarkerFile> parse_c3d(std::string_view bytes, const std::string& path);

bool is_c3d(const SourceFile& source); // by its first bytes

} // namespace kinelens
