// BVH in metres, y upwards, as Blender reads it: turns z x y, the root and joints that no turn of their
// parent brings to their place with positions of their own. A joint without bones below it ends in an End
// Site a quarter of its bone further on.
#include "core/export/bone_turns.h"
#include "core/export/export_work.h"
#include "core/export/filled_motion.h"
#include "core/export/marker_names.h"
#include "core/foundation/number_text.h"

namespace kinelens {
namespace {

constexpr double beyond_the_end = 0.25; // of the last bone

class BvhWriter {
public:
    BvhWriter(const Recording& recording, const Motion& motion)
        : recording_(recording)
        , motion_(motion)
        , turns_(recording.layout, motion)
        , names_(marker_names(recording.layout)) {}

    std::string text() {
        text_ = "HIERARCHY\n";
        add_joint(recording_.layout.root(), 0);
        text_ += "MOTION\nFrames: " + std::to_string(motion_.frames) +
                 "\nFrame Time: " + number_text(1 / recording_.frame_rate) + "\n";
        for (std::int64_t frame = 0; frame < motion_.frames; ++frame) add_frame(frame);
        return std::move(text_);
    }

private:
    bool has_place(int joint) const { return joint == recording_.layout.root() || turns_.moves(joint); }

    void add_line(int depth, const std::string& line) {
        text_ += std::string(static_cast<std::size_t>(depth), '\t') + line + "\n";
    }

    static std::string offset_line(const Vector3& offset) {
        std::string line = "OFFSET";
        for (const double value : offset) line += " " + decimal(value);
        return line;
    }

    // Never as a power of ten, which some programs do not read.
    static std::string decimal(double value) {
        char buffer[64];
        const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, 6);
        return {buffer, end.ptr};
    }

    void add_joint(int joint, int depth) {
        const bool root = depth == 0;
        add_line(depth, (root ? "ROOT " : "JOINT ") + names_[static_cast<std::size_t>(joint)]);
        add_line(depth, "{");
        add_line(depth + 1, offset_line(root ? Vector3{} : turns_.offset(joint)));
        add_line(depth + 1, has_place(joint)
                                ? "CHANNELS 6 Xposition Yposition Zposition Zrotation Xrotation Yrotation"
                                : "CHANNELS 3 Zrotation Xrotation Yrotation");
        for (const int child : turns_.children(joint)) add_joint(child, depth + 1);
        if (turns_.children(joint).empty()) {
            Vector3 end = turns_.offset(joint);
            for (double& value : end) value *= beyond_the_end;
            add_line(depth + 1, "End Site");
            add_line(depth + 1, "{");
            add_line(depth + 2, offset_line(end));
            add_line(depth + 1, "}");
        }
        add_line(depth, "}");
    }

    void add_frame(std::int64_t frame) {
        const BoneTurns::Pose pose = turns_.pose(frame);
        std::string line;
        for (const int joint : turns_.order()) {
            const auto at = static_cast<std::size_t>(joint);
            if (has_place(joint))
                for (const double value : pose.offsets[at]) line += decimal(value) + " ";
            for (const double angle : angles_zxy(pose.turns[at])) line += decimal(angle) + " ";
        }
        line.back() = '\n';
        text_ += line;
    }

    const Recording& recording_;
    const Motion& motion_;
    BoneTurns turns_;
    std::vector<std::string> names_;
    std::string text_;
};

} // namespace

std::string bvh_text(const Recording& recording) {
    const Motion whole = filled(recording.motion, recording.layout, recording.up);
    return BvhWriter(recording, whole).text();
}

} // namespace kinelens
