// What is looked at before an HDF5 file is made, so that it is said before anything is read or computed.
#pragma once

#include "core/foundation/files.h"

#include <functional>

namespace kinelens {

// The root attribute "format": "kinelens-dataset", "kinelens-features", "kinelens-results"; empty for what is
// not ours or not there.
std::string hdf5_format(const Path& file);

// Whether `file` can be written. A file of the same kind may be made again (`replaceable` tells); anything
// else that bears the name was not meant. kind: "dataset", "features file". Errors: invalid_argument (no
// name, another ending than .h5), file_not_found (the folder), already_exists, file_unwritable.
Result<void> check_output(const Path& file, const std::string& kind,
                          const std::function<bool(const Path&)>& replaceable);

// The same, where the attribute "format" tells the kind.
Result<void> check_output(const Path& file, const std::string& kind, const std::string& format);

} // namespace kinelens
