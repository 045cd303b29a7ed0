// FeaturesWriter: what an encoder makes of sequences, as an HDF5 file that h5py reads: /names (N), /instance
// (N, 2C) and, if dense, /temporal (N, T, C) and /spatial (N, M·V, C), all float32. Written streaming; the
// file appears under its name when it is whole.
#pragma once

#include "core/foundation/files.h"

#include <map>
#include <memory>
#include <vector>

namespace kinelens {

struct FeaturesShape {
    std::int64_t dimension = 0; // 2C
    bool dense = false;
    std::int64_t frames = 0; // T
    std::int64_t tokens = 0; // M·V
};

class FeaturesWriter {
public:
    // `stamp` becomes root attributes (data_hash, checkpoint, code_version …). An existing features file is
    // replaced, another one is left. Errors: already_exists, file_unwritable, disk_full.
    static Result<FeaturesWriter> create(const Path& file, const FeaturesShape& shape,
                                         const std::map<std::string, std::string>& stamp);
    FeaturesWriter(FeaturesWriter&&) noexcept;
    FeaturesWriter& operator=(FeaturesWriter&&) noexcept;
    ~FeaturesWriter();

    // Rows of `names.size()` sequences; temporal and spatial are looked at only if dense.
    Result<void> append(const std::vector<std::string>& names, const float* instance, const float* temporal,
                        const float* spatial);
    Result<void> finish();

private:
    struct State;
    explicit FeaturesWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace kinelens
