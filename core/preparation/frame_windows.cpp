#include "core/preparation/frame_windows.h"

#include "core/dataset/motion_parts.h"
#include "core/preparation/resampling.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

void lengthen(Clip& clip, std::int64_t frames) {
    const std::size_t size = clip.row_size();
    clip.data.resize(static_cast<std::size_t>(frames) * size);
    for (std::int64_t frame = clip.frames; frame < frames; ++frame)
        std::copy_n(clip.row(clip.frames - 1), size, clip.row(frame));
    clip.frames = frames;
}

Matrix3 turn_about(const std::string& up, double angle) {
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    if (up == "z") return {c, -s, 0, s, c, 0, 0, 0, 1};
    return {c, 0, s, 0, 1, 0, -s, 0, c};
}

// About the plane x = 0.
void mirror(Clip& clip, const SkeletonLayout& layout) {
    for (std::int64_t frame = 0; frame < clip.frames; ++frame)
        for (int body = 0; body < clip.bodies; ++body) {
            for (int joint = 0; joint < clip.joints; ++joint) *clip.joint(frame, body, joint) *= -1;
            for (const auto& [left, right] : layout.left_right_pairs)
                std::swap_ranges(clip.joint(frame, body, left), clip.joint(frame, body, left) + 3,
                                 clip.joint(frame, body, right));
        }
}

void apply(Clip& clip, const WindowChange& change, const SkeletonLayout& layout, const std::string& up) {
    if (change.mirror) mirror(clip, layout);
    shear(clip.data.data(), clip.frames, clip.bodies, clip.joints, change.shear);
    Matrix3 matrix = turn_about(up, clip.planar ? 0 : change.turn);
    for (double& entry : matrix) entry *= change.size;
    rotate(clip, matrix);
    if (clip.planar) flatten(clip.data.data(), clip.data.size());
}

} // namespace

Clip window_clip(Motion motion, std::int64_t length, const WindowShape& shape, const WindowChange* change) {
    if (!shape.joints.empty()) motion = with_joints(motion, shape.joints);
    NormalisationOptions options = shape.normalisation;
    options.fill_gaps = false;
    Clip clip = normalise(motion, shape.layout, options);
    if (clip.frames < length) lengthen(clip, length);
    if (change) apply(clip, *change, shape.layout, shape.normalisation.up);
    if (length != shape.frames) clip = resample(clip, 0, length, shape.frames);
    apply_stream(clip.data.data(), clip.frames, clip.bodies, shape.layout, shape.stream);
    return clip;
}

std::vector<int> mirrored_classes(const std::vector<std::string>& names) {
    std::vector<int> mirrored;
    for (const std::string& name : names) {
        const std::size_t left = name.find("left");
        const std::size_t right = name.find("right");
        std::string other = name;
        if (left != std::string::npos) other.replace(left, 4, "right");
        if (left == std::string::npos && right != std::string::npos) other.replace(right, 5, "left");
        const auto found = std::ranges::find(names, other);
        mirrored.push_back(found == names.end() ? -1 : static_cast<int>(found - names.begin()));
    }
    return mirrored;
}

std::vector<std::int64_t> window_labels(const std::vector<std::int64_t>& labels, std::int64_t first,
                                        std::int64_t length, std::int64_t outputs) {
    std::vector<std::int64_t> made;
    for (std::int64_t i = 0; i < outputs; ++i) {
        const auto frame = static_cast<std::size_t>(first + (2 * i + 1) * length / (2 * outputs));
        made.push_back(frame < labels.size() ? labels[frame] : no_frame);
    }
    return made;
}

} // namespace kinelens
