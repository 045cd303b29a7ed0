// Parts of a motion as motions, with all that is known of them: positions, tracking, ids, confidence.
#pragma once

#include "core/dataset/dataset.h"

namespace kinelens {

// Where an estimator's score is 0 there is a position all the same, which it doubts: confidence 0 would mean
// that there is none.
inline constexpr float least_confidence = 0.001f;

// An empty motion that knows of its bodies what `like` knows: ids, confidence, dimensions.
Motion motion_like(const Motion& like, std::int64_t frames, int bodies);

// One body in one frame. Both must have the same joints and know the same of their bodies.
void copy_body(const Motion& from, std::int64_t frame, int body, Motion& to, std::int64_t to_frame,
               int to_body);

// Frames [start, end).
Motion frames_of(const Motion& motion, std::int64_t start, std::int64_t end);

// Place k of the result holds body bodies[k]; -1 and further places are empty.
Motion with_bodies(const Motion& motion, const std::vector<int>& bodies, int places);

// What was not measured has no position, and a confidence that is no number is none.
void clear_missing(Motion& motion);

// Turns what points up along `from` to point up along `to` ("y", "-y" or "z"), about the x axis.
void turn_up(Motion& motion, const std::string& from, const std::string& to);

// These joints, in this order.
Motion with_joints(const Motion& motion, const std::vector<int>& joints);

} // namespace kinelens
