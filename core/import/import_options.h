// How files of other programs are imported.
#pragma once

#include "core/foundation/named_values.h"
#include "core/options/option_fields.h"

#include <array>
#include <string>

namespace kinelens {

enum class ImportFormat { automatic, ntu, pku, recipe, npz, npy, bvh, amc };
constexpr auto named_values(ImportFormat) {
    using enum ImportFormat;
    return std::array{Named{automatic, "auto"}, Named{ntu, "ntu"}, Named{pku, "pku"}, Named{recipe, "recipe"},
                      Named{npz, "npz"},        Named{npy, "npy"}, Named{bvh, "bvh"}, Named{amc, "amc"}};
}

struct ImportOptions {
    ImportFormat format = ImportFormat::automatic;
    std::string recipe;   // built-in name or JSON file; implies format recipe
    std::string skeleton; // layout of arrays without a recipe: built-in name or JSON file
    std::string axes;     // order of an array's axes, such as "tvc"; empty: told by its shape
    std::string exclude;  // file with names to leave out, one a line
    std::string name;     // of the dataset; empty: dataset_name() of what is imported
    bool trim = false;    // one sequence per labelled interval, named "<sequence>#<k>", k from 1
    int bodies = 2;       // M kept of Kinect recordings
    int threads = 0;      // 0: all cores
};
template <>
const OptionFields<ImportOptions>& option_fields<ImportOptions>();

} // namespace kinelens
