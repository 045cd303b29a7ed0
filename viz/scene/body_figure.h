// One frame of a recording as a triangle mesh: rounded bones and joints, coloured by side and body.
#pragma once

#include "core/dataset/dataset.h"
#include "viz/palette/palette.h"
#include "viz/scene/mesh_builder.h"

namespace kinelens::viz {

// Raw coordinates -> the scene's: metres, y up, right-handed. `up` as in DatasetInfo.
Point to_scene(const float* raw, const std::string& up);

// True where the joint was seen: its body is tracked and it does not stand at the very origin.
bool joint_seen(const Motion& motion, std::int64_t frame, int body, int joint);

// Replaces `mesh` by the figures of one frame; nothing where nobody was seen. A head is one ball: about the
// joint "head", or between it and its only child where the layout knows the head's tip.
void build_figures(const Motion& motion, std::int64_t frame, const SkeletonLayout& layout,
                   const std::string& up, const Palette& palette, TriangleMesh& mesh);

} // namespace kinelens::viz
