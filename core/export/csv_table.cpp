// A row for each frame of each body: sequence, frame, time, body, then x, y and z of each joint in metres
// (pixels without z where the dataset is two-dimensional). Gaps are empty cells.
#include "core/export/export_work.h"
#include "core/foundation/csv_text.h"
#include "core/foundation/number_text.h"

#include <algorithm>

namespace kinelens {
namespace {

std::string column_name(std::string joint, const char* part) {
    std::ranges::replace(joint, ' ', '_');
    return "," + csv_field(joint + part);
}

std::string head(const DatasetInfo& info, bool scores) {
    std::string text = "sequence,frame,time,body";
    for (const std::string& joint : info.layout.joint_names) {
        for (const char* part : {"_x", "_y", "_z"})
            if (info.dimensions == 3 || part[1] != 'z') text += column_name(joint, part);
        if (scores) text += column_name(joint, "_confidence");
    }
    return text + "\n";
}

struct Columns {
    int coordinates = 3;
    bool scores = false;
};

void add_joint(std::string& text, const Motion& motion, std::int64_t frame, int body, int joint,
               Columns columns) {
    const bool there = motion.is_measured(frame, body, joint);
    for (int axis = 0; axis < columns.coordinates; ++axis) {
        text += ',';
        if (there) text += number_text(motion.joint(frame, body, joint)[axis]);
    }
    if (!columns.scores) return;
    text += ',';
    if (there)
        text += number_text(motion.confidence[static_cast<std::size_t>(
            (frame * motion.bodies + body) * motion.joints + joint)]);
}

// Whether a sequence tells more of a position than that it was measured.
Result<bool> has_scores(const DatasetReader& data) {
    for (std::size_t i = 0; i < data.sequences().size(); ++i) {
        KINELENS_TRY(motion, data.read(i));
        if (motion.confidence.empty()) return false;
        if (std::ranges::any_of(motion.confidence, [](float value) { return value > 0 && value < 1; }))
            return true;
    }
    return false;
}

bool is_seen(const Motion& motion, int body) {
    for (std::int64_t frame = 0; frame < motion.frames; ++frame)
        if (motion.is_tracked(frame, body)) return true;
    return false;
}

} // namespace

Result<void> write_csv(ExportWork& work, OutputStream& output) {
    KINELENS_TRY(scores, has_scores(work.data));
    output.write(head(work.info(), scores));
    std::string row;
    for (std::size_t i = 0; i < work.sequences().size(); ++i) {
        KINELENS_TRY(motion, work.take(i));
        const std::string name = csv_field(work.sequences()[i].name);
        const Columns columns{motion.dimensions, scores};
        for (int body = 0; body < motion.bodies; ++body) {
            if (body > 0 && !is_seen(motion, body)) continue;
            for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
                row = name + "," + std::to_string(frame) + "," +
                      number_text(static_cast<double>(frame) / work.info().frame_rate) + "," +
                      std::to_string(body);
                for (int joint = 0; joint < motion.joints; ++joint)
                    add_joint(row, motion, frame, body, joint, columns);
                output.write(row += '\n');
            }
        }
        KINELENS_CHECK(output.check());
    }
    return {};
}

} // namespace kinelens
