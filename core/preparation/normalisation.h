// Pre-normalisation: raw recording -> Clip, when it is read. The dataset keeps what the sensor said; this is
// where bodies are chosen, gaps filled, the clip centred and turned. Steps and their order as in the data
// preparation that USDRL's authors name (UmURL); "zx" adds SCD-Net's spine step.
#pragma once

#include "core/options/clip_choices.h"
#include "core/preparation/clip.h"

#include <array>
#include <string>
#include <string_view>

namespace kinelens {

enum class Alignment {
    none,
    shoulders,           // (right − left shoulder) of frame 0, body 0, onto +x           [released]
    spine_and_shoulders, // first (spine − hip) onto +z, then the shoulders onto +x      [SCD-Net]
    facing // about the vertical only: (right − left shoulder), averaged over all frames, onto +x
};

struct NormalisationOptions {
    int bodies = 0;            // M of the clip; 0: the recording's, at most 2
    bool choose_bodies = true; // by energy; otherwise the first M as they are listed
    bool fill_gaps = true;     // null-frame handling
    bool centre = true;        // subtract body 0's centre joint in every frame
    Alignment alignment = Alignment::shoulders;
    std::string up = "y"; // the vertical of the raw coordinates: "y", "-y" or "z"; for `facing`
    bool operator==(const NormalisationOptions&) const = default;
};

// What the option `preprocess` means: released, paper (with the spine step), upright (facing) or none.
NormalisationOptions normalisation_options(Normalisation preprocess, int bodies, const std::string& up = "y");

// The `keep` most energetic of the first four bodies, by descending std(x)+std(y)+std(z) (population std over
// the joints of frames whose coordinates do not sum to 0). Result has exactly `keep` bodies.
Clip select_bodies(const Motion& motion, int keep);

// The first `keep` bodies in their own order; missing ones are zeros.
Clip first_bodies(const Motion& motion, int keep);

// Per body: if frame 0 is null, null frames are taken out and the rest moved to the front; then the null tail
// is filled by repeating the body's frames from the start. "Null": the coordinates sum to 0.
void fill_null_frames(Clip& clip);

// Subtracts body 0's centre joint of the same frame from every joint whose coordinates do not sum to 0.
void centre_on_joint(Clip& clip, int centre_joint);

using Matrix3 = std::array<double, 9>; // row-major

// The rotation that turns `from` onto `onto`; identity where they are parallel (|axis|₁ or |angle| < 1e-6).
Matrix3 rotation_between(const std::array<double, 3>& from, const std::array<double, 3>& onto);

// p -> R·p for every joint of every frame.
void rotate(Clip& clip, const Matrix3& rotation);

// All of it, after joints that were not measured are filled in (missing_joints.h); 2-D positions become
// picture units and are not turned. Layouts without shoulders or spine skip the steps that need them.
Clip normalise(const Motion& motion, const SkeletonLayout& layout, const NormalisationOptions& options);

} // namespace kinelens
