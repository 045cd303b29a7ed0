// Acclaim motion capture: an .asf file with the bones of a person, and .amc files with how they turn in each
// frame (the CMU database, HDM05). The joints are the root and the far end of every bone, under the bone's
// name.
//   G(bone) = G(parent) C M C^-1,   end(bone) = end(parent) + G(bone) length direction
// with C the turns of the bone's axis and M those of its degrees of freedom, the first listed acting first.
#pragma once

#include "core/dataset/dataset.h"
#include "core/foundation/result.h"
#include "core/import/capture/rotation.h"

#include <map>
#include <string_view>

namespace kinelens {

struct AcclaimBone {
    std::string name;
    int parent = -1;             // index among the bones, before it; of the root -1
    Vector3 reach{};             // length times direction, in the file's unit
    Rotation axis;               // C
    std::vector<int> freedoms{}; // 0 to 2 moves along, 3 to 5 turns about x, y, z
};

struct AcclaimSkeleton {
    std::vector<AcclaimBone> bones; // the root first
    double metres = 1;              // of a unit of length
    bool degrees = true;
    std::map<std::string, int, std::less<>> places{}; // by name
};

// Errors, with line: format_invalid, file_truncated.
Result<AcclaimSkeleton> parse_asf(std::string_view text, const std::string& path);

struct AcclaimMotion {
    Motion motion;         // metres
    double frame_rate = 0; // 0: the file does not say it
    std::vector<Error> warnings{};
};

// Errors, with line: format_invalid (a bone that is not there, another number of values), value_not_finite,
// file_truncated (no frame).
Result<AcclaimMotion> parse_amc(std::string_view text, const std::string& path,
                                const AcclaimSkeleton& skeleton);

SkeletonLayout acclaim_layout(const AcclaimSkeleton& skeleton);

} // namespace kinelens
