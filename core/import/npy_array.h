// NpyArray: numeric arrays of NumPy's .npy format, versions 1 to 3. Never evaluates anything: the header is
// read as three fixed fields, and arrays of objects (pickles) are refused.
#pragma once

#include "core/foundation/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kinelens {

struct NpyArray {
    std::vector<std::int64_t> shape;
    std::vector<float> values; // C order
};

// Floats of 2, 4 and 8 bytes, integers of any size, booleans; either order of bytes, C or Fortran order.
// Errors: format_invalid (objects, text, records), file_truncated.
Result<NpyArray> parse_npy(std::string_view bytes, const std::string& path);

// The shape alone.
Result<std::vector<std::int64_t>> parse_npy_shape(std::string_view bytes, const std::string& path);

} // namespace kinelens
