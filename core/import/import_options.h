// How files of other programs are imported.
#pragma once

#include "core/foundation/named_values.h"
#include "core/options/option_fields.h"

#include <array>
#include <string>

namespace kinelens {

enum class ImportFormat {
    automatic,
    ntu,
    pku,
    recipe,
    npz,
    npy,
    bvh,
    amc,
    c3d,
    trc,
    motive,
    azure,
    mediapipe,
    openpose,
    alphapose,
    mmpose,
    coco,
    deeplabcut,
    sleap
};
constexpr auto named_values(ImportFormat) {
    using enum ImportFormat;
    return std::array{Named{automatic, "auto"},
                      Named{ntu, "ntu"},
                      Named{pku, "pku"},
                      Named{recipe, "recipe"},
                      Named{npz, "npz"},
                      Named{npy, "npy"},
                      Named{bvh, "bvh"},
                      Named{amc, "amc"},
                      Named{c3d, "c3d"},
                      Named{trc, "trc"},
                      Named{motive, "motive"},
                      Named{azure, "azure"},
                      Named{mediapipe, "mediapipe"},
                      Named{openpose, "openpose"},
                      Named{alphapose, "alphapose"},
                      Named{mmpose, "mmpose"},
                      Named{coco, "coco"},
                      Named{deeplabcut, "deeplabcut"},
                      Named{sleap, "sleap"}};
}

// How many bodies of a recording are kept: M.
enum class BodyCount { one = 1, two, three, four, five, six, all };
constexpr auto named_values(BodyCount) {
    using enum BodyCount;
    return std::array{Named{one, "1"},  Named{two, "2"}, Named{three, "3"}, Named{four, "4"},
                      Named{five, "5"}, Named{six, "6"}, Named{all, "all"}};
}

// What decides which place a body has.
enum class BodyPlaces { person, listed };
constexpr auto named_values(BodyPlaces) {
    using enum BodyPlaces;
    return std::array{Named{person, "person"}, Named{listed, "listed"}};
}

struct ImportOptions {
    ImportFormat format = ImportFormat::automatic;
    std::string recipe;                // built-in name or JSON file; implies format recipe
    std::string skeleton;              // layout of arrays without a recipe: built-in name or JSON file
    std::string axes;                  // order of an array's axes, such as "tvc"; empty: told by its shape
    std::string exclude;               // file with names to leave out, one a line
    std::string name;                  // of the dataset; empty: dataset_name() of what is imported
    bool trim = false;                 // one sequence per labelled interval, named "<sequence>#<k>", k from 1
    BodyCount bodies = BodyCount::two; // kept of what sensors and estimators see
    BodyPlaces body_places = BodyPlaces::person;
    int threads = 0; // 0: all cores
};
// M: of `all` the most that are considered.
int places_for(BodyCount bodies);

template <>
const OptionFields<ImportOptions>& option_fields<ImportOptions>();

} // namespace kinelens
