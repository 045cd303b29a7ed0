#include "core/preparation/raw_features.h"

#include "core/preparation/normalisation.h"
#include "core/preparation/resampling.h"

namespace kinelens {
namespace {

// From the left to the right shoulder of the first frame, without its vertical part.
std::array<double, 3> facing(const Clip& clip, const SkeletonLayout& layout, const std::string& up) {
    const float* right = clip.joint(0, 0, layout.right_shoulder);
    const float* left = clip.joint(0, 0, layout.left_shoulder);
    std::array<double, 3> across{};
    for (std::size_t axis = 0; axis < 3; ++axis) across[axis] = double(right[axis]) - double(left[axis]);
    across[up == "z" ? 2 : 1] = 0;
    return across;
}

} // namespace

std::vector<float> raw_features(const Motion& motion, SkeletonLayout layout, const std::string& up,
                                std::int64_t frames) {
    layout.centre_joint = layout.root();
    NormalisationOptions options;
    options.alignment = Alignment::none;
    Clip clip = normalise(motion, layout, options);
    if (clip.frames > 0 && layout.left_shoulder >= 0 && layout.right_shoulder >= 0)
        rotate(clip, rotation_between(facing(clip, layout, up), {1, 0, 0}));
    return resample(clip, 0, clip.frames, frames).data;
}

} // namespace kinelens
