#include "core/dataset/motion_parts.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace kinelens {

void Motion::set_confidence(std::int64_t frame, int body, int joint_index, float value) {
    if (confidence.empty()) {
        confidence.resize(positions.size() / 3);
        const auto joint_count = static_cast<std::size_t>(joints);
        for (std::size_t place = 0; place < tracked.size(); ++place)
            if (tracked[place] != 0) std::fill_n(confidence.data() + place * joint_count, joint_count, 1.0f);
    }
    confidence[offset(frame, body, joint_index) / 3] = value;
}

void Motion::set_missing(std::int64_t frame, int body, int joint_index) {
    std::fill_n(joint(frame, body, joint_index), 3, 0.0f);
    set_confidence(frame, body, joint_index, 0);
}

Motion motion_like(const Motion& like, std::int64_t frames, int bodies) {
    Motion motion(frames, bodies, like.joints);
    motion.dimensions = like.dimensions;
    motion.image_size = like.image_size;
    if (!like.body_ids.empty()) motion.body_ids.resize(motion.tracked.size());
    if (!like.confidence.empty()) motion.confidence.resize(motion.positions.size() / 3);
    return motion;
}

void copy_body(const Motion& from, std::int64_t frame, int body, Motion& to, std::int64_t to_frame,
               int to_body) {
    std::copy_n(from.joint(frame, body, 0), from.joints * 3, to.joint(to_frame, to_body, 0));
    to.set_tracked(to_frame, to_body, from.is_tracked(frame, body));
    const std::int64_t source = frame * from.bodies + body;
    const std::int64_t target = to_frame * to.bodies + to_body;
    if (!from.body_ids.empty())
        to.body_ids[static_cast<std::size_t>(target)] = from.body_ids[static_cast<std::size_t>(source)];
    if (!from.confidence.empty())
        std::copy_n(from.confidence.begin() + source * from.joints, from.joints,
                    to.confidence.begin() + target * from.joints);
}

Motion frames_of(const Motion& motion, std::int64_t start, std::int64_t end) {
    Motion part = motion_like(motion, end - start, motion.bodies);
    const auto copy = [&](const auto& from, auto& to, std::int64_t row) {
        if (!from.empty()) std::copy_n(from.begin() + start * row, (end - start) * row, to.begin());
    };
    copy(motion.positions, part.positions, std::int64_t{motion.bodies} * motion.joints * 3);
    copy(motion.tracked, part.tracked, motion.bodies);
    copy(motion.body_ids, part.body_ids, motion.bodies);
    copy(motion.confidence, part.confidence, std::int64_t{motion.bodies} * motion.joints);
    return part;
}

Motion with_bodies(const Motion& motion, const std::vector<int>& bodies, int places) {
    Motion kept = motion_like(motion, motion.frames, places);
    for (std::int64_t frame = 0; frame < motion.frames; ++frame)
        for (std::size_t place = 0; place < bodies.size(); ++place)
            if (bodies[place] >= 0)
                copy_body(motion, frame, bodies[place], kept, frame, static_cast<int>(place));
    return kept;
}

void clear_missing(Motion& motion) {
    for (std::size_t joint = 0; joint < motion.confidence.size(); ++joint) {
        float& value = motion.confidence[joint];
        value = std::isfinite(value) ? std::max(value, 0.0f) : 0.0f;
        if (value == 0)
            std::fill_n(motion.positions.begin() + static_cast<std::ptrdiff_t>(joint * 3), 3, 0.0f);
    }
}

void turn_up(Motion& motion, const std::string& from, const std::string& to) {
    for (std::size_t i = 0; i < motion.positions.size(); i += 3) {
        float* at = motion.positions.data() + i;
        if (from == "-y") std::tie(at[1], at[2]) = std::pair(-at[1], -at[2]);
        if (from == "z") std::tie(at[1], at[2]) = std::pair(at[2], -at[1]);
        // Here y points up.
        if (to == "-y") std::tie(at[1], at[2]) = std::pair(-at[1], -at[2]);
        if (to == "z") std::tie(at[1], at[2]) = std::pair(-at[2], at[1]);
    }
}

Motion with_joints(const Motion& motion, const std::vector<int>& joints) {
    Motion made(motion.frames, motion.bodies, static_cast<int>(joints.size()));
    made.dimensions = motion.dimensions;
    made.image_size = motion.image_size;
    made.body_ids = motion.body_ids;
    made.tracked = motion.tracked;
    if (!motion.confidence.empty()) made.confidence.resize(made.positions.size() / 3);
    for (std::int64_t place = 0; place < motion.frames * motion.bodies; ++place)
        for (std::size_t joint = 0; joint < joints.size(); ++joint) {
            const auto source = static_cast<std::size_t>(place * motion.joints + joints[joint]);
            const auto target = static_cast<std::size_t>(place) * joints.size() + joint;
            std::copy_n(motion.positions.begin() + static_cast<std::ptrdiff_t>(source * 3), 3,
                        made.positions.begin() + static_cast<std::ptrdiff_t>(target * 3));
            if (!motion.confidence.empty()) made.confidence[target] = motion.confidence[source];
        }
    return made;
}

} // namespace kinelens
