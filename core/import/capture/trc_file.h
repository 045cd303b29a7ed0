// TRC (Track Row Column), as Motion Analysis, OpenSim and Pose2Sim write it: markers in a table parted by
// tabs.
#pragma once

#include "core/import/capture/marker_file.h"

namespace kinelens {

// Rows are placed by their frame number: numbers that are left out, empty cells and cells that are no numbers
// are gaps. Counts that the head announces and the table does not hold are told. Errors: format_unknown,
// format_invalid.
Result<MarkerFile> parse_trc(std::string_view bytes, const std::string& path);

} // namespace kinelens
