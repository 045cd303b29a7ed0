// Bodies followed through a recording: who is seen where in the sensor's list, frame by frame.
#pragma once

#include "core/dataset/dataset.h"

namespace kinelens {

struct Sighting {
    std::int64_t frame = 0;
    int listed_place = 0; // in the sensor's list
};

struct Track {
    std::vector<Sighting> sightings; // ascending, one a frame
    std::int64_t first_frame() const { return sightings.front().frame; }
    std::int64_t last_frame() const { return sightings.back().frame; }
};

// Metres that the middle of a body goes at most between two frames in a row of 30 a second; 2-D data: the
// same share of the picture's height as of two metres.
inline constexpr double step_limit = 0.5;

// As place_bodies() tells in its first two steps, in the order of their first frames and places.
std::vector<Track> follow_bodies(const Motion& listed, double frame_rate);

} // namespace kinelens
