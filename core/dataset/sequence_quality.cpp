#include "core/dataset/sequence_quality.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

// Metres that the joints of one body moved on average from the frame before.
double mean_step(const Motion& motion, std::int64_t frame, int body) {
    double sum = 0;
    for (int joint = 0; joint < motion.joints; ++joint) {
        const float* now = motion.joint(frame, body, joint);
        const float* before = motion.joint(frame - 1, body, joint);
        sum += std::hypot(now[0] - before[0], now[1] - before[1], now[2] - before[2]);
    }
    return motion.joints > 0 ? sum / motion.joints : 0;
}

void measure_body(const Motion& motion, int body, double frame_rate, SequenceQuality& quality) {
    bool was_seen = false;
    bool lost = false;
    for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
        const bool seen = motion.is_tracked(frame, body);
        if (seen && lost) ++quality.drop_outs;
        lost = !seen && (was_seen || lost);
        if (seen && was_seen && mean_step(motion, frame, body) * frame_rate > jump_speed) ++quality.jumps;
        was_seen = seen;
    }
}

} // namespace

SequenceQuality measure_quality(const Motion& motion, double frame_rate) {
    SequenceQuality quality;
    for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
        int seen = 0;
        for (int body = 0; body < motion.bodies; ++body) seen += motion.is_tracked(frame, body) ? 1 : 0;
        quality.bodies = std::max(quality.bodies, seen);
        if (seen == 0) ++quality.empty_frames;
    }
    for (int body = 0; body < motion.bodies; ++body) measure_body(motion, body, frame_rate, quality);
    return quality;
}

} // namespace kinelens
