// How a dataset is written for other programs.
#pragma once

#include "core/foundation/named_values.h"
#include "core/options/option_fields.h"

#include <array>
#include <cstdint>
#include <string>

namespace kinelens {

enum class DataFormat { csv, npz, pyskl, ctrgcn, bvh, trc, c3d, skeleton };
constexpr auto named_values(DataFormat) {
    using enum DataFormat;
    return std::array{Named{csv, "csv"},       Named{npz, "npz"},          Named{pyskl, "pyskl"},
                      Named{ctrgcn, "ctrgcn"}, Named{bvh, "bvh"},          Named{trc, "trc"},
                      Named{c3d, "c3d"},       Named{skeleton, "skeleton"}};
}

struct ExportDataOptions {
    DataFormat format = DataFormat::csv;
    std::string protocol; // of pyskl and ctrgcn: who is on the training side; empty: everybody
    std::int64_t seed = 0;
};

template <>
const OptionFields<ExportDataOptions>& option_fields<ExportDataOptions>();

} // namespace kinelens
