#include "core/import/estimators/keypoint_lists.h"

#include "core/dataset/limits.h"
#include "core/foundation/number_text.h"

#include <cmath>
#include <limits>

namespace kinelens {
namespace {

struct Keypoint {
    double x = 0;
    double y = 0;
    double z = 0;
    double sure = 1;
};

double score_at(const JsonTree& scores, std::size_t index) {
    if (!scores.is_array() || index >= scores.size()) return std::numeric_limits<double>::quiet_NaN();
    const JsonTree& one = scores[index];
    return json_number(one.is_array() && !one.empty() ? one[0] : one);
}

// Nothing where it is no list of keypoints.
std::vector<Keypoint> keypoints_of(const JsonTree& list, const JsonTree& scores) {
    std::vector<Keypoint> found;
    if (!list.is_array() || list.empty()) return found;
    if (list[0].is_array() && list.size() == 1 && !list[0].empty() && list[0][0].is_array())
        return keypoints_of(list[0], scores); // one body in a list of its own
    const bool nested = list[0].is_array();
    const bool alone = scores.is_array();
    const std::size_t stride = alone && !nested && list.size() == scores.size() * 2 ? 2 : 3;
    if (!nested && list.size() % stride != 0) return found;
    const std::size_t count = nested ? list.size() : list.size() / stride;
    for (std::size_t i = 0; i < count; ++i) {
        const auto value = [&](std::size_t k) {
            if (!nested) return json_number(list[i * stride + k]);
            return list[i].is_array() && k < list[i].size() ? json_number(list[i][k])
                                                            : std::numeric_limits<double>::quiet_NaN();
        };
        Keypoint point{value(0), value(1), 0, 1};
        if (alone)
            point.sure = score_at(scores, i);
        else if (nested ? list[i].size() > 2 : stride == 3)
            point.sure = value(2);
        if (alone && nested && list[i].size() > 2) point.z = value(2);
        found.push_back(point);
    }
    return found;
}

} // namespace

SkeletonLayout layout_of_keypoints(std::size_t count) {
    const char* name = count == 17 || count == 133   ? "coco17"
                       : count == 18                 ? "openpose18"
                       : count == 25                 ? "openpose25"
                       : count == 26 || count == 136 ? "halpe26"
                       : count == 33                 ? "mediapipe33"
                                                     : "";
    if (const auto layout = built_in_layout(name)) return *layout;
    SkeletonLayout layout = anonymous_layout(static_cast<int>(count));
    layout.up = "-y";
    return layout;
}

void KeypointLists::set_picture(double width, double height) {
    if (width >= 1 && height >= 1 && width <= most_pixels && height <= most_pixels)
        seen_.image_size = {static_cast<int>(width), static_cast<int>(height)};
}

void KeypointLists::add(std::int64_t frame, std::int64_t id, const JsonTree& keypoints,
                        const JsonTree& scores, double body_score) {
    add_frame(frame);
    const std::vector<Keypoint> points = keypoints_of(keypoints, scores);
    if (points.empty() || points.size() > static_cast<std::size_t>(most_joints)) {
        ++bad_;
        return;
    }
    if (seen_.layout.joint_names.empty()) seen_.layout = layout_of_keypoints(points.size());
    if (keypoints_ == 0) keypoints_ = points.size();
    const int joints = seen_.layout.joint_count();
    if (points.size() != keypoints_ || points.size() < static_cast<std::size_t>(joints)) {
        ++bad_;
        return;
    }
    joints_left_out_ = points.size() - static_cast<std::size_t>(joints);
    SeenBody body(joints);
    body.id = id;
    double sum = 0;
    for (int joint = 0; joint < joints; ++joint) {
        const Keypoint& point = points[static_cast<std::size_t>(joint)];
        three_ = three_ || point.z != 0;
        if (point.sure <= 0) continue;
        body.set_joint(joint, point.x, point.y, point.z, levels_ && point.sure == 1 ? 0.5 : point.sure);
        sum += body.confidence[static_cast<std::size_t>(joint)];
    }
    body.score = static_cast<float>(std::isfinite(body_score) ? body_score : sum / joints);
    if (body.has_joints()) seen_.add(frame, std::move(body));
}

Result<std::vector<SeenBodies>> KeypointLists::finish(std::vector<Error> warnings) {
    if (bad_ > 0)
        warnings.push_back({ErrorCode::part_left_out,
                            path_,
                            counted(bad_, "body", "bodies") +
                                " left out: not as many keypoints as the first has (" +
                                std::to_string(keypoints_) + ")",
                            {}});
    if (joints_left_out_ > 0)
        warnings.push_back({ErrorCode::part_left_out,
                            path_,
                            "of " + std::to_string(keypoints_) + " keypoints those of the body are kept (" +
                                seen_.layout.name + "); face and hands are left out",
                            {}});
    if (seen_.layout.joint_names.empty())
        return fail(ErrorCode::sequence_empty, path_, "it has no body with keypoints");
    if (three_) seen_.dimensions = 3;
    std::ranges::move(warnings, std::back_inserter(seen_.warnings));
    std::vector<SeenBodies> all;
    all.push_back(std::move(seen_));
    return all;
}

} // namespace kinelens
