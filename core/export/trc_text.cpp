// TRC (OpenSim): millimetres, y upwards, an empty cell where a marker was not seen.
#include "core/export/export_work.h"
#include "core/export/marker_names.h"
#include "core/foundation/number_text.h"

namespace kinelens {
namespace {

std::string head(const Recording& recording) {
    const std::string rate = number_text(recording.frame_rate);
    const std::string frames = std::to_string(recording.motion.frames);
    std::string text = "PathFileType\t4\t(X/Y/Z)\t" + recording.name + ".trc\n";
    text += "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\t"
            "OrigNumFrames\n";
    text += rate + "\t" + rate + "\t" + frames + "\t" + std::to_string(recording.motion.joints) + "\tmm\t" +
            rate + "\t1\t" + frames + "\nFrame#\tTime";
    std::string axes = "\t";
    const auto names = marker_names(recording.layout);
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += "\t" + names[i] + "\t\t";
        for (const char* axis : {"X", "Y", "Z"}) axes += "\t" + std::string(axis) + std::to_string(i + 1);
    }
    return text + "\n" + axes + "\n\n";
}

} // namespace

std::string trc_text(const Recording& recording) {
    const Motion& motion = recording.motion;
    const bool turned = recording.up == "z";
    std::string text = head(recording);
    for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
        text +=
            std::to_string(frame + 1) + "\t" + number_text(static_cast<double>(frame) / recording.frame_rate);
        for (int joint = 0; joint < motion.joints; ++joint) {
            const bool there = motion.is_measured(frame, 0, joint);
            const float* at = motion.joint(frame, 0, joint);
            const float upright[] = {at[0], turned ? at[2] : at[1], turned ? -at[1] : at[2]};
            for (const float value : upright) {
                text += '\t';
                if (there) text += number_text(value * 1000.0f);
            }
        }
        text += '\n';
    }
    return text;
}

} // namespace kinelens
