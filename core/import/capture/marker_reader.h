// Files of markers (C3D, TRC, Motive), read alike once their own format is parsed.
#pragma once

#include "core/import/capture/marker_file.h"
#include "core/import/reader.h"

namespace kinelens {

struct MarkerFormat {
    std::string_view ending; // ".c3d"
    bool (*fits)(const SourceFile& source);
    Result<MarkerFile> (*parse)(std::string_view bytes, const std::string& path);
};

// Markers become joints of the same name; those of the first file that can be read are the dataset's. A file
// that lacks some has gaps there, what others it has is left out; both are told. One with fewer than half of
// them is rejected.
std::unique_ptr<Reader> make_marker_reader(const MarkerFormat& format,
                                           const std::vector<SourceFile>& sources);

} // namespace kinelens
