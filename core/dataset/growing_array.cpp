#include "core/dataset/growing_array.h"

namespace kinelens::hdf5 {
namespace {

std::vector<hsize_t> rows_of(hsize_t count, const std::vector<hsize_t>& row) {
    std::vector<hsize_t> extents{count};
    extents.insert(extents.end(), row.begin(), row.end());
    return extents;
}

} // namespace

bool GrowingArray::create(const File& file, const char* path, hid_t type, std::vector<hsize_t> row,
                          hsize_t chunk) {
    row_ = std::move(row);
    const auto none = rows_of(0, row_);
    const auto limit = rows_of(H5S_UNLIMITED, row_);
    const auto chunks = rows_of(chunk, row_);
    const int rank = static_cast<int>(none.size());
    const Space space(H5Screate_simple(rank, none.data(), limit.data()));
    const Properties properties(H5Pcreate(H5P_DATASET_CREATE));
    H5Pset_chunk(properties.id(), rank, chunks.data());
    const Properties links(H5Pcreate(H5P_LINK_CREATE));
    H5Pset_create_intermediate_group(links.id(), 1);
    array_ = Array(H5Dcreate2(file.id(), path, type, space.id(), links.id(), properties.id(), H5P_DEFAULT));
    return bool(array_);
}

bool GrowingArray::append(hid_t type, hsize_t rows, const void* data) {
    const auto added = rows_of(rows, row_);
    if (H5Dset_extent(array_.id(), rows_of(count_ + rows, row_).data()) < 0) return false;
    const Space space(H5Dget_space(array_.id()));
    std::vector<hsize_t> start(added.size(), 0);
    start[0] = count_;
    H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, start.data(), nullptr, added.data(), nullptr);
    const Space memory(H5Screate_simple(static_cast<int>(added.size()), added.data(), nullptr));
    count_ += rows;
    return H5Dwrite(array_.id(), type, memory.id(), space.id(), H5P_DEFAULT, data) >= 0;
}

} // namespace kinelens::hdf5
