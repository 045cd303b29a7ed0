// How recordings become the clips that an encoder sees: what several options offer, and core/preparation
// does.
#pragma once

#include "core/foundation/named_values.h"

namespace kinelens {

enum class Stream { joint, bone, motion };
constexpr auto named_values(Stream) {
    using enum Stream;
    return std::array{Named{joint, "joint"}, Named{bone, "bone"}, Named{motion, "motion"}};
}

enum class Normalisation {
    trained, // as the checkpoint was trained
    released,
    paper,   // with the spine step
    upright, // to face one way
    none
};
constexpr auto named_values(Normalisation) {
    using enum Normalisation;
    return std::array{Named{trained, "trained"}, Named{released, "released"}, Named{paper, "paper"},
                      Named{upright, "upright"}, Named{none, "none"}};
}

// What a sample is.
enum class Segments { whole, intervals, windows };
constexpr auto named_values(Segments) {
    using enum Segments;
    return std::array{Named{whole, "whole"}, Named{intervals, "intervals"}, Named{windows, "windows"}};
}

} // namespace kinelens
