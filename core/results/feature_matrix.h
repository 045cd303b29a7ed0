// The rows of numbers that a map is made of: our features files, and HDF5 and .npy files of other programs.
#pragma once

#include "core/foundation/files.h"
#include "core/options/embed_options.h"
#include "core/results/stamp.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kinelens {

struct FeatureMatrix {
    std::vector<std::string> names;   // of each row; of files that have none "row 0", "row 1" …
    std::vector<std::int32_t> frames; // where a row is a frame of a sequence's clip; otherwise empty
    std::int64_t clip_frames = 0;
    std::int64_t dimension = 0;
    std::vector<float> values; // (N, dimension), finite
    Stamp stamp;

    std::int64_t rows() const { return static_cast<std::int64_t>(names.size()); }
};

// domain: instance, temporal, spatial (its first and second half), projection, frames (all rows of
// /temporal). array: path inside a file of another program; empty: its only matrix of floating-point numbers.
// The stamp's "domain" is that of the array that was read. Errors: file_not_found, file_truncated,
// file_unreadable, format_unknown, format_invalid, value_not_finite; invalid_argument with the subject domain
// or array (the file has no such thing); argument_missing (several arrays could be meant; the detail lists
// them).
Result<FeatureMatrix> read_feature_matrix(const Path& file, FeatureDomain domain, const std::string& array);

} // namespace kinelens
