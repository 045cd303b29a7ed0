// Who is who in a recording whose sensor lists bodies frame by frame: a person keeps one place, whatever
// number the sensor gives and wherever in its list it stands.
#pragma once

#include "core/dataset/dataset.h"
#include "core/foundation/error.h"

namespace kinelens {

// Most bodies that are considered in one frame.
inline constexpr int most_people = 6;

struct PlacedBodies {
    Motion motion; // (frames, places, joints)
    std::vector<std::string>
        left_out; // who is not in it and why: "a body in frames 3-4: a flicker of 2 frames"
};

// From a motion whose places are those of the sensor's list, with body_ids where it gives any (0: none).
//   1. A body is followed through time by its id, without ids by the place of its middle: from one frame to
//   the
//      next it goes no further than `step_limit`.
//   2. One that is lost and another that appears later nearby are one person; so are parts of one id.
//   3. Flickers (at most two frames) and ghosts are left out where somebody else remains. A ghost is wider
//   than
//      0.8 of its height in more than 0.69754 of its frames, or its joints vary too little or too much
//      (body_measures.h, the limits of CTR-GCN's NTU preparation); only where positions are in metres.
//   4. Of more than `places` people the most energetic stay. Their places follow their first frames.
// Up to `most_people` in one frame; what comes behind them in the list is left out and told by the reader.
PlacedBodies place_bodies(const Motion& listed, double frame_rate, int places);

} // namespace kinelens
