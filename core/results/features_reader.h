// Features files: those of FeaturesWriter, and those of other programs that hold /names and /instance.
#pragma once

#include "core/foundation/files.h"
#include "core/results/stamp.h"

#include <vector>

namespace kinelens {

struct Features {
    std::vector<std::string> names;
    std::int64_t dimension = 0;
    std::vector<float> instance; // (N, dimension)
    Stamp stamp;                 // what made them: data_hash, checkpoint, code_version …; may be empty
};

// Errors: file_not_found, format_unknown, format_invalid (subject = file, detail = the array at fault),
// value_not_finite.
Result<Features> read_features(const Path& file);

enum class DenseDomain { temporal, spatial };

struct DenseRows {
    std::int64_t rows = 0; // frames or tokens
    std::int64_t width = 0;
    std::vector<float> values; // (rows, width)
};

// The dense features of sequence `index`. Errors as above; not_found if the file has none.
Result<DenseRows> read_dense(const Path& file, DenseDomain domain, std::size_t index);

} // namespace kinelens
