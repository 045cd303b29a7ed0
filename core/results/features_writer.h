// FeaturesWriter: what an encoder makes of sequences, as an HDF5 file that h5py reads: /names (N), /instance
// (N, 2C) and, if wanted, /temporal (N, T, C), /spatial (N, M·V, C) and /projection (N, 4C), all float32.
// Written streaming; the file appears under its name when it is whole.
#pragma once

#include "core/foundation/files.h"
#include "core/results/stamp.h"

#include <memory>
#include <vector>

namespace kinelens {

struct FeaturesShape {
    std::int64_t dimension = 0; // 2C
    bool dense = false;
    std::int64_t frames = 0;    // T
    std::int64_t tokens = 0;    // M·V
    std::int64_t projected = 0; // 4C; 0: none
};

// Rows of some sequences; what the shape does not have is not looked at.
struct EncodedRows {
    const float* instance = nullptr;
    const float* temporal = nullptr;
    const float* spatial = nullptr;
    const float* projection = nullptr;
};

class FeaturesWriter {
public:
    // `stamp` becomes root attributes (data_hash, checkpoint, code_version …). An existing features file is
    // replaced, another one is left. Errors: already_exists, file_unwritable, disk_full.
    static Result<FeaturesWriter> create(const Path& file, const FeaturesShape& shape, const Stamp& stamp);
    FeaturesWriter(FeaturesWriter&&) noexcept;
    FeaturesWriter& operator=(FeaturesWriter&&) noexcept;
    ~FeaturesWriter();

    // Rows of `names.size()` sequences.
    Result<void> append(const std::vector<std::string>& names, const EncodedRows& rows);
    Result<void> finish();

private:
    struct State;
    explicit FeaturesWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace kinelens
