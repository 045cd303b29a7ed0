// Parts of a motion as motions, with all that is known of them: positions, tracking, ids, confidence.
#pragma once

#include "core/dataset/dataset.h"

namespace kinelens {

// An empty motion that knows of its bodies what `like` knows: ids, confidence, dimensions.
Motion motion_like(const Motion& like, std::int64_t frames, int bodies);

// One body in one frame. Both must have the same joints and know the same of their bodies.
void copy_body(const Motion& from, std::int64_t frame, int body, Motion& to, std::int64_t to_frame,
               int to_body);

// Frames [start, end).
Motion frames_of(const Motion& motion, std::int64_t start, std::int64_t end);

// Place k of the result holds body bodies[k]; -1 and further places are empty.
Motion with_bodies(const Motion& motion, const std::vector<int>& bodies, int places);

// These joints, in this order.
Motion with_joints(const Motion& motion, const std::vector<int>& joints);

} // namespace kinelens
