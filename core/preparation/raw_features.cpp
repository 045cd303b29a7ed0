#include "core/preparation/raw_features.h"

#include "core/preparation/normalisation.h"
#include "core/preparation/resampling.h"

namespace kinelens {
std::vector<float> raw_features(const Motion& motion, SkeletonLayout layout, const std::string& up,
                                std::int64_t frames) {
    layout.centre_joint = layout.root();
    NormalisationOptions options;
    options.alignment = Alignment::facing;
    options.up = up;
    const Clip clip = normalise(motion, layout, options);
    return resample(clip, 0, clip.frames, frames).data;
}

} // namespace kinelens
