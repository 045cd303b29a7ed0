// BVH (Biovision hierarchy): a tree of joints with offsets and channels, then a line of channel values for
// each frame. A joint's turn is the product of its rotation channels in the order in which they are listed,
// the first outermost; a position channel takes the place of that part of the offset. End Sites are joints
// too, named after their parent ("Head_end").
#pragma once

#include "core/dataset/dataset.h"
#include "core/foundation/result.h"
#include "core/import/capture/rotation.h"

#include <string_view>

namespace kinelens {

struct BvhJoint {
    std::string name;
    int parent = -1; // comes before it
    Vector3 offset{};
    // Axes of the channels in their order: 0 to 2 positions, 3 to 5 rotations about x, y, z.
    std::vector<int> channels;
};

struct BvhFile {
    std::vector<BvhJoint> joints;
    std::int64_t frames = 0;
    double frame_seconds = 0;
    std::vector<double> values; // (frames, channels of all joints)
    std::vector<Error> warnings{};
};

// Errors, with line: format_invalid, file_truncated (fewer frames than announced), value_not_finite.
Result<BvhFile> parse_bvh(std::string_view text, const std::string& path);

// Only the hierarchy and the frame time.
Result<BvhFile> parse_bvh_head(std::string_view text, const std::string& path);

// Positions in the file's unit times `scale`.
Motion bvh_motion(const BvhFile& file, double scale);

SkeletonLayout bvh_layout(const BvhFile& file);

} // namespace kinelens
