#include "core/dataset/frame_arrays.h"

#include <algorithm>
#include <span>
#include <utility>

namespace kinelens {
namespace {

template <class T>
void add_to(std::vector<T>& all, const std::vector<T>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

// Where nothing is said, every joint of a tracked body counts as measured.
void add_measured(std::vector<float>& confidence, std::span<const std::uint8_t> tracked, hsize_t joints) {
    for (const std::uint8_t seen : tracked)
        confidence.insert(confidence.end(), joints, seen != 0 ? 1.0f : 0.0f);
}

} // namespace

bool FrameArrays::create(const hdf5::File& file, const DatasetInfo& info) {
    file_ = &file;
    bodies_ = static_cast<hsize_t>(info.bodies);
    joints_ = static_cast<hsize_t>(info.joints());
    dimensions_ = static_cast<hsize_t>(info.dimensions);
    return positions_.create(file, "/frames/positions", H5T_IEEE_F32LE, {bodies_, joints_, dimensions_},
                             chunk_frames) &&
           tracked_.create(file, "/frames/tracked", H5T_STD_U8LE, {bodies_}, chunk_frames * 16);
}

// Made when the first sequence brings ids; earlier frames then hold zeros.
bool FrameArrays::create_body_ids() {
    if (!body_ids_.create(*file_, "/frames/body_id", H5T_STD_I64LE, {bodies_}, chunk_frames * 16))
        return false;
    const auto before = static_cast<hsize_t>(count_ - pending_.frames); // rows in the file
    const std::vector<std::int64_t> zeros(before * bodies_, 0);
    return before == 0 || body_ids_.append(H5T_NATIVE_INT64, before, zeros.data());
}

// Made when the first sequence brings it; of earlier frames every joint of a tracked body was measured.
bool FrameArrays::create_confidence() {
    if (!confidence_.create(*file_, "/frames/confidence", H5T_IEEE_F32LE, {bodies_, joints_}, chunk_frames))
        return false;
    add_measured(pending_.confidence, pending_.tracked, joints_);
    return append_measured(std::exchange(written_tracked_, {}));
}

// A block at a time: of an hour of frames it would be a large array.
bool FrameArrays::append_measured(const std::vector<std::uint8_t>& tracked) {
    const std::size_t block = bodies_ * chunk_frames;
    for (std::size_t first = 0; first < tracked.size(); first += block) {
        const std::size_t count = std::min(block, tracked.size() - first);
        std::vector<float> confidence;
        add_measured(confidence, std::span(tracked).subspan(first, count), joints_);
        if (!confidence_.append(H5T_NATIVE_FLOAT, count / bodies_, confidence.data())) return false;
    }
    return true;
}

void FrameArrays::add_ids(const Motion& motion) {
    if (!motion.body_ids.empty())
        add_to(pending_.body_ids, motion.body_ids);
    else
        pending_.body_ids.resize(pending_.body_ids.size() + motion.tracked.size(), 0);
}

void FrameArrays::add_confidence(const Motion& motion) {
    if (!motion.confidence.empty())
        add_to(pending_.confidence, motion.confidence);
    else
        add_measured(pending_.confidence, motion.tracked, joints_);
}

bool FrameArrays::append(const Motion& motion) {
    if (!motion.body_ids.empty() && !body_ids_.created()) {
        if (!create_body_ids()) return false;
        pending_.body_ids.resize(pending_.tracked.size(), 0);
    }
    if (!motion.confidence.empty() && !confidence_.created() && !create_confidence()) return false;
    if (body_ids_.created()) add_ids(motion);
    if (confidence_.created()) add_confidence(motion);
    add_to(pending_.positions, motion.positions);
    add_to(pending_.tracked, motion.tracked);
    pending_.frames += motion.frames;
    count_ += motion.frames;
    return pending_.frames < chunk_frames * 16 || flush();
}

bool FrameArrays::append_positions() {
    std::vector<float>& values = pending_.positions;
    if (dimensions_ == 2) { // x y 0 -> x y
        const std::size_t points = values.size() / 3;
        for (std::size_t point = 0; point < points; ++point) {
            values[point * 2] = values[point * 3];
            values[point * 2 + 1] = values[point * 3 + 1];
        }
    }
    return positions_.append(H5T_NATIVE_FLOAT, static_cast<hsize_t>(pending_.frames), values.data());
}

bool FrameArrays::flush() {
    if (pending_.frames == 0) return true;
    const auto rows = static_cast<hsize_t>(pending_.frames);
    bool good = append_positions() && tracked_.append(H5T_NATIVE_UINT8, rows, pending_.tracked.data());
    if (good && body_ids_.created())
        good = body_ids_.append(H5T_NATIVE_INT64, rows, pending_.body_ids.data());
    if (good && confidence_.created())
        good = confidence_.append(H5T_NATIVE_FLOAT, rows, pending_.confidence.data());
    else
        add_to(written_tracked_, pending_.tracked);
    pending_ = Motion();
    return good;
}

} // namespace kinelens
