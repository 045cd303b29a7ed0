// The augmentations of pretraining, each a pure function of its random draws: the loader, the tests and a
// preview in the window share them. One view of a sequence = crop, resample, then either joint corruption or
// shear (never both, never neither).
#pragma once

#include "core/foundation/random.h"
#include "core/preparation/clip.h"
#include "core/preparation/normalisation.h"

#include <variant>

namespace kinelens {

struct ViewOptions {
    int views = 4;                  // K
    std::int64_t frames = 64;       // T
    std::int64_t crop_minimum = 64; // shortest crop in frames
    double crop_ratio_low = 0.1;    // crop length = floor(n·U(low, high)), at least crop_minimum, at most n
    double crop_ratio_high = 1.0;
    double corruption_probability = 0.5; // otherwise shear
    double corrupted_share = 0.6;        // round(share·V) joints are corrupted
    double zero_probability = 0.5; // corrupted joints are zeroed; otherwise mixed by a random 3×3 matrix
    double amplitude = 1.0;        // matrix entries and shear factors ~ U(−amplitude, amplitude)
    bool operator==(const ViewOptions&) const = default;
};

struct CropDraw {
    std::int64_t start = 0;
    std::int64_t length = 0;
};

// The same joints in both bodies and in every frame; row vectors: p -> p·mixing, or 0.
struct CorruptionDraw {
    std::vector<int> joints;
    bool zero = true;
    Matrix3 mixing{};
};

// Unit diagonal, six factors off it in row order; p -> p·shearᵀ for every joint.
struct ShearDraw {
    Matrix3 shear{1, 0, 0, 0, 1, 0, 0, 0, 1};
};

struct ViewDraw {
    CropDraw crop;
    std::variant<CorruptionDraw, ShearDraw> change;
};

// floor(n·ratio), at least `minimum`, at most n.
std::int64_t crop_length(std::int64_t n, double ratio, std::int64_t minimum);

// All draws of one view of a clip of n frames with V joints.
ViewDraw draw_view(CounterRandom random, const ViewOptions& options, std::int64_t n, int joints);

// In place, on frames × bodies × joints × 3 floats.
void corrupt_joints(float* data, std::int64_t frames, int bodies, int joints, const CorruptionDraw& draw);
void shear(float* data, std::int64_t frames, int bodies, int joints, const ShearDraw& draw);

// The view itself: options.frames × M × V × 3 floats into `out`.
void make_view(const Clip& clip, const ViewOptions& options, const ViewDraw& draw, float* out);

} // namespace kinelens
