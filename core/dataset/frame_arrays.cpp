#include "core/dataset/frame_arrays.h"

#include <array>

namespace kinelens {
namespace {

// An array that grows along its first dimension.
hdf5::Array create_growing(hid_t file, const char* path, hid_t type, std::vector<hsize_t> row,
                           hsize_t chunk) {
    row.insert(row.begin(), 0);
    std::vector<hsize_t> limit = row;
    limit[0] = H5S_UNLIMITED;
    const hdf5::Space space(H5Screate_simple(static_cast<int>(row.size()), row.data(), limit.data()));
    const hdf5::Properties properties(H5Pcreate(H5P_DATASET_CREATE));
    row[0] = chunk;
    H5Pset_chunk(properties.id(), static_cast<int>(row.size()), row.data());
    const hdf5::Properties links(H5Pcreate(H5P_LINK_CREATE));
    H5Pset_create_intermediate_group(links.id(), 1);
    return hdf5::Array(H5Dcreate2(file, path, type, space.id(), links.id(), properties.id(), H5P_DEFAULT));
}

bool write_rows(const hdf5::Array& array, hid_t type, std::vector<hsize_t> rows, hsize_t first,
                const void* data) {
    std::vector<hsize_t> total = rows;
    total[0] += first;
    if (H5Dset_extent(array.id(), total.data()) < 0) return false;
    const hdf5::Space space(H5Dget_space(array.id()));
    std::vector<hsize_t> start(rows.size(), 0);
    start[0] = first;
    H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, start.data(), nullptr, rows.data(), nullptr);
    const hdf5::Space memory(H5Screate_simple(static_cast<int>(rows.size()), rows.data(), nullptr));
    return H5Dwrite(array.id(), type, memory.id(), space.id(), H5P_DEFAULT, data) >= 0;
}

template <class T>
void add_to(std::vector<T>& all, const std::vector<T>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

} // namespace

bool FrameArrays::create(const hdf5::File& file, int bodies, int joints) {
    file_ = file.id();
    bodies_ = static_cast<hsize_t>(bodies);
    joints_ = static_cast<hsize_t>(joints);
    positions_ =
        create_growing(file_, "/frames/positions", H5T_IEEE_F32LE, {bodies_, joints_, 3}, chunk_frames);
    tracked_ = create_growing(file_, "/frames/tracked", H5T_STD_U8LE, {bodies_}, chunk_frames * 16);
    return positions_ && tracked_;
}

// Made when the first sequence brings ids; earlier frames then hold zeros.
bool FrameArrays::create_body_ids() {
    if (!body_ids_)
        body_ids_ = create_growing(file_, "/frames/body_id", H5T_STD_I64LE, {bodies_}, chunk_frames * 16);
    return bool(body_ids_);
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
    } else if (body_ids_) {
        pending_.body_ids.resize(static_cast<std::size_t>(pending_.frames) * bodies_, 0);
    }
    return pending_.frames < chunk_frames * 16 || flush();
}

bool FrameArrays::flush() {
    if (pending_.frames == 0) return true;
    const auto rows = static_cast<hsize_t>(pending_.frames);
    const auto first = static_cast<hsize_t>(written_);
    bool good = write_rows(positions_, H5T_NATIVE_FLOAT, {rows, bodies_, joints_, 3}, first,
                           pending_.positions.data());
    good = good && write_rows(tracked_, H5T_NATIVE_UINT8, {rows, bodies_}, first, pending_.tracked.data());
    if (good && body_ids_) {
        pending_.body_ids.resize(static_cast<std::size_t>(rows * bodies_), 0);
        good = write_rows(body_ids_, H5T_NATIVE_INT64, {rows, bodies_}, first, pending_.body_ids.data());
    }
    written_ += pending_.frames;
    pending_ = Motion();
    return good;
}

} // namespace kinelens
