// NTU RGB+D's .skeleton: what a Kinect says of each joint beside its position (depth and colour pixels,
// orientation) is 0. The tracking state is 2 where a joint was measured, 1 where its position is doubted and
// 0 where there is none.
#include "core/export/export_work.h"
#include "core/foundation/number_text.h"

namespace kinelens {
namespace {

constexpr std::int64_t first_id = 72057594037927936; // as large as a Kinect's, which are never 0

void add_body(std::string& text, const Motion& motion, std::int64_t frame, int body) {
    const auto place = static_cast<std::size_t>(frame * motion.bodies + body);
    const std::int64_t id = motion.body_ids.empty() ? 0 : motion.body_ids[place];
    text += std::to_string(id != 0 ? id : first_id + body) + " 0 0 0 0 0 0 0 0 2\n";
    text += std::to_string(motion.joints) + "\n";
    for (int joint = 0; joint < motion.joints; ++joint) {
        const bool there = motion.is_measured(frame, body, joint);
        const float score = motion.confidence.empty()
                                ? 1.0f
                                : motion.confidence[place * static_cast<std::size_t>(motion.joints) +
                                                    static_cast<std::size_t>(joint)];
        for (int axis = 0; axis < 3; ++axis)
            text += (there ? number_text(motion.joint(frame, body, joint)[axis]) : std::string("nan")) + " ";
        text += "0 0 0 0 0 0 0 0 " + std::string(!there ? "0" : score < 1 ? "1" : "2") + "\n";
    }
}

} // namespace

std::string skeleton_text(const Recording& recording) {
    const Motion& motion = recording.motion;
    std::string text = std::to_string(motion.frames) + "\n";
    for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
        int bodies = 0;
        for (int body = 0; body < motion.bodies; ++body) bodies += motion.is_tracked(frame, body) ? 1 : 0;
        text += std::to_string(bodies) + "\n";
        for (int body = 0; body < motion.bodies; ++body)
            if (motion.is_tracked(frame, body)) add_body(text, motion, frame, body);
    }
    return text;
}

} // namespace kinelens
