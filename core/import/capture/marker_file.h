// Markers of motion capture: named points without bones, as C3D, TRC and Motive files hold them.
#pragma once

#include "core/foundation/result.h"
#include "core/skeleton/skeleton_layout.h"

#include <cstdint>
#include <span>

namespace kinelens {

struct MarkerFile {
    std::vector<std::string> markers;
    double frame_rate = 0;        // frames a second; 0: the file does not say
    std::string unit{};           // as the file names it; empty: it does not say
    std::string up{};             // "y", "-y", "z", "x" …; empty: the file does not say
    std::vector<float> positions; // (frames, markers, 3) in the file's unit; not a number: not seen
    std::vector<Error> warnings{};

    std::int64_t frames() const {
        return markers.empty() ? 0 : static_cast<std::int64_t>(positions.size() / (markers.size() * 3));
    }
    std::span<const float> marker(std::int64_t frame, std::size_t index) const {
        return std::span(positions).subspan((static_cast<std::size_t>(frame) * markers.size() + index) * 3,
                                            3);
    }
};

// "Subject:LSHO" -> "LSHO" where all have the same subject; empty names become "marker 3"; a name given twice
// gets
// "(2)".
std::vector<std::string> tidy_marker_names(std::vector<std::string> names);

// Metres of one unit ("mm", "cm", "m", "inches", "feet"); 0: unknown.
double metres_of(const std::string& unit);

// "metres", "centimetres" or "millimetres": what likely_metres() may find.
std::string unit_name(double metres);

// The unit of which a cloud of markers as large as this one is a person: metres, centimetres or millimetres.
double likely_metres(const MarkerFile& file);

// The axis along which the markers' mean places spread most: "y" or "z".
std::string likely_up(const MarkerFile& file);

// Joints named after the markers. No file tells bones: each marker hangs from the one that is nearest on
// average among those already joined, so that a figure can be drawn.
SkeletonLayout marker_layout(const MarkerFile& file);

} // namespace kinelens
