#include "core/dataset/frame_arrays.h"

namespace kinelens {
namespace {

template <class T>
void add_to(std::vector<T>& all, const std::vector<T>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

} // namespace

bool FrameArrays::create(const hdf5::File& file, int bodies, int joints) {
    file_ = &file;
    bodies_ = static_cast<hsize_t>(bodies);
    joints_ = static_cast<hsize_t>(joints);
    return positions_.create(file, "/frames/positions", H5T_IEEE_F32LE, {bodies_, joints_, 3},
                             chunk_frames) &&
           tracked_.create(file, "/frames/tracked", H5T_STD_U8LE, {bodies_}, chunk_frames * 16);
}

// Made when the first sequence brings ids; earlier frames then hold zeros.
bool FrameArrays::create_body_ids() {
    if (body_ids_.created()) return true;
    if (!body_ids_.create(*file_, "/frames/body_id", H5T_STD_I64LE, {bodies_}, chunk_frames * 16))
        return false;
    const auto before = static_cast<hsize_t>(count_ - pending_.frames);
    const std::vector<std::int64_t> zeros(before * bodies_, 0);
    return before == 0 || body_ids_.append(H5T_NATIVE_INT64, before, zeros.data());
}

bool FrameArrays::append(const Motion& motion) {
    const auto ids_before = static_cast<std::size_t>(pending_.frames) * bodies_;
    pending_.frames += motion.frames;
    count_ += motion.frames;
    add_to(pending_.positions, motion.positions);
    add_to(pending_.tracked, motion.tracked);
    if (!motion.body_ids.empty()) {
        if (!create_body_ids()) return false;
        pending_.body_ids.resize(ids_before, 0);
        add_to(pending_.body_ids, motion.body_ids);
    } else if (body_ids_.created()) {
        pending_.body_ids.resize(static_cast<std::size_t>(pending_.frames) * bodies_, 0);
    }
    return pending_.frames < chunk_frames * 16 || flush();
}

bool FrameArrays::flush() {
    if (pending_.frames == 0) return true;
    const auto rows = static_cast<hsize_t>(pending_.frames);
    bool good = positions_.append(H5T_NATIVE_FLOAT, rows, pending_.positions.data()) &&
                tracked_.append(H5T_NATIVE_UINT8, rows, pending_.tracked.data());
    if (good && body_ids_.created()) {
        pending_.body_ids.resize(static_cast<std::size_t>(rows * bodies_), 0);
        good = body_ids_.append(H5T_NATIVE_INT64, rows, pending_.body_ids.data());
    }
    pending_ = Motion();
    return good;
}

} // namespace kinelens
