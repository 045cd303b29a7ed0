#include "core/import/array_axes.h"

#include <algorithm>
#include <array>
#include <set>

namespace kinelens {
namespace {

constexpr std::int64_t bodies_without_doubt = 6;

// Joints of the layouts that the field uses: NTU, Kinect, Human3.6M, COCO, SMPL, MediaPipe, OpenPose …
bool is_usual_joint_count(std::int64_t count) {
    constexpr std::array counts{13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 24, 25, 26, 31, 32, 33};
    return std::ranges::find(counts, count) != counts.end();
}

tl::unexpected<Error> doubtful(const std::string& path, const std::vector<std::int64_t>& shape,
                               const std::string& why, const std::string& orders) {
    return fail(ErrorCode::shape_mismatch, path,
                "its shape is " + shape_text(shape) + ": " + why + "; say it by --axes (" + orders + ")");
}

// More joints than frames: a short clip, or the axes the other way round.
bool may_be_turned(std::int64_t frames, std::int64_t joints, int known) {
    if (known > 0) return joints != known && frames == known;
    if (joints <= frames) return is_usual_joint_count(frames) && !is_usual_joint_count(joints);
    return !is_usual_joint_count(joints) || is_usual_joint_count(frames);
}

// Of an array without coordinates in its last axis: where they may be.
std::string orders_by_coordinates(const std::vector<std::int64_t>& shape) {
    if (shape.size() == 3 && shape[0] == 3) return "ctv or cvt";
    if (shape.size() == 3 && shape[1] == 3) return "tcv or vct";
    if (shape.size() == 4 && shape[0] == 3) return "ctvm";
    return shape.size() == 4 ? "tmvc, mtvc, ctvm" : "tvc, ctv";
}

} // namespace

Result<void> check_axes(const std::string& order) {
    const std::set<char> letters(order.begin(), order.end());
    const bool rows = order == "tf" || order == "tmf" || order == "mtf";
    const bool plain = letters == std::set{'t', 'v', 'c'} || letters == std::set{'t', 'm', 'v', 'c'};
    if (rows || (plain && letters.size() == order.size())) return {};
    return fail(ErrorCode::invalid_argument, "axes",
                "'" + order + "' is no order of t (frames), m (bodies), v (joints) and c (coordinates)");
}

bool may_be_recording(const std::vector<std::int64_t>& shape, const std::string& asked, int joints) {
    if (!asked.empty()) return shape.size() == asked.size();
    if (shape.size() == 2) return joints > 0 && shape[1] == joints * 3;
    return (shape.size() == 3 || shape.size() == 4) && shape.back() == 3;
}

Result<std::string> order_of_axes(const std::vector<std::int64_t>& shape, const std::string& asked,
                                  int joints, const std::string& path) {
    if (!asked.empty()) {
        const ArrayExtents extents = extents_of(shape, asked);
        const std::size_t place = asked.find_first_of("cf");
        const std::int64_t coordinates =
            asked[place] == 'c' ? shape[place] : shape[place] / std::max<std::int64_t>(1, extents.joints);
        if (coordinates == 3 && extents.joints > 0) return asked;
        return fail(ErrorCode::shape_mismatch, path,
                    "its shape is " + shape_text(shape) + ": as " + asked + " it has " +
                        std::to_string(coordinates) + " coordinates, not three");
    }
    if (shape.size() == 2 && joints > 0 && shape[1] == joints * 3) return std::string("tf");
    if (shape.size() == 2 && shape[1] % 3 == 0 && shape[1] > 3)
        return fail(ErrorCode::shape_mismatch, path,
                    "its shape is " + shape_text(shape) + ": rows of " + std::to_string(shape[1] / 3) +
                        " joints are read where --skeleton says which");
    if (shape.size() != 3 && shape.size() != 4)
        return fail(ErrorCode::shape_mismatch, path,
                    "its shape is " + shape_text(shape) +
                        ", not frames x joints x 3 or frames x bodies x joints x 3");
    if (shape.back() != 3)
        return doubtful(path, shape, "three coordinates are not its last axis", orders_by_coordinates(shape));
    if (shape.size() == 3) {
        if (!may_be_turned(shape[0], shape[1], joints)) return std::string("tvc");
        return doubtful(path, shape, "frames and joints cannot be told apart", "tvc or vtc");
    }
    if (shape[1] <= shape[0] && shape[1] <= bodies_without_doubt) return std::string("tmvc");
    return doubtful(path, shape, "frames and bodies cannot be told apart", "tmvc or mtvc");
}

ArrayExtents extents_of(const std::vector<std::int64_t>& shape, const std::string& order) {
    ArrayExtents extents;
    for (std::size_t axis = 0; axis < order.size(); ++axis) {
        if (order[axis] == 't') extents.frames = shape[axis];
        if (order[axis] == 'm') extents.bodies = shape[axis];
        if (order[axis] == 'v') extents.joints = shape[axis];
        if (order[axis] == 'f') extents.joints = shape[axis] / 3;
    }
    return extents;
}

Motion ordered_motion(std::vector<float> values, const std::vector<std::int64_t>& shape,
                      const std::string& order) {
    const ArrayExtents extents = extents_of(shape, order);
    Motion motion(extents.frames, static_cast<int>(extents.bodies), static_cast<int>(extents.joints));
    if (order == "tvc" || order == "tmvc" || order == "tf" || order == "tmf") {
        motion.positions = std::move(values);
        return motion;
    }
    std::int64_t strides[128]{}; // by letter
    std::int64_t stride = 1;
    for (std::size_t axis = order.size(); axis-- > 0;) {
        strides[static_cast<unsigned char>(order[axis])] = stride;
        stride *= shape[axis];
    }
    if (order.ends_with('f')) {
        strides['v'] = 3;
        strides['c'] = 1;
    }
    std::size_t at = 0;
    for (std::int64_t t = 0; t < extents.frames; ++t)
        for (std::int64_t m = 0; m < extents.bodies; ++m)
            for (std::int64_t v = 0; v < extents.joints; ++v)
                for (std::int64_t c = 0; c < 3; ++c)
                    motion.positions[at++] = values[static_cast<std::size_t>(
                        t * strides['t'] + m * strides['m'] + v * strides['v'] + c * strides['c'])];
    return motion;
}

std::string shape_text(const std::vector<std::int64_t>& shape) {
    std::string text;
    for (const std::int64_t size : shape) text += (text.empty() ? "" : " x ") + std::to_string(size);
    return text.empty() ? "a single number" : text;
}

} // namespace kinelens
