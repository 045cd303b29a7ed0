#include "core/dataset/sequence_quality.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

// Metres that the joints of one body, those measured in both frames, moved on average from the frame before.
double mean_step(const Motion& motion, std::int64_t frame, int body) {
    double sum = 0;
    int count = 0;
    for (int joint = 0; joint < motion.joints; ++joint) {
        if (!motion.is_measured(frame, body, joint) || !motion.is_measured(frame - 1, body, joint)) continue;
        const float* now = motion.joint(frame, body, joint);
        const float* before = motion.joint(frame - 1, body, joint);
        sum += std::hypot(now[0] - before[0], now[1] - before[1], now[2] - before[2]);
        ++count;
    }
    return count > 0 ? sum / count : 0;
}

bool has_gap(const Motion& motion, std::int64_t frame) {
    for (int body = 0; body < motion.bodies; ++body)
        for (int joint = 0; joint < motion.joints && motion.is_tracked(frame, body); ++joint)
            if (!motion.is_measured(frame, body, joint)) return true;
    return false;
}

void measure_body(const Motion& motion, int body, double frame_rate, SequenceQuality& quality) {
    bool was_seen = false;
    bool lost = false;
    for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
        const bool seen = motion.is_tracked(frame, body);
        if (seen && lost) ++quality.drop_outs;
        lost = !seen && (was_seen || lost);
        if (seen && was_seen && motion.dimensions == 3 &&
            mean_step(motion, frame, body) * frame_rate > jump_speed)
            ++quality.jumps;
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
        if (!motion.confidence.empty() && has_gap(motion, frame)) ++quality.frames_with_gaps;
    }
    for (int body = 0; body < motion.bodies; ++body) measure_body(motion, body, frame_rate, quality);
    return quality;
}

SequenceQuality measure_quality(const Motion& motion, const DatasetInfo& info, const BodyPlan& plan) {
    SequenceQuality quality = measure_quality(motion, info.frame_rate);
    quality.doubts = doubts_of(motion, plan, info.up);
    return quality;
}

} // namespace kinelens
