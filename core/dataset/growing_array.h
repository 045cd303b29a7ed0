// GrowingArray: an HDF5 array that grows along its first dimension while a file is written.
#pragma once

#include "core/dataset/hdf5_handle.h"

namespace kinelens::hdf5 {

class GrowingArray {
public:
    // An empty array of rows of the given shape, in chunks of `chunk` rows; groups on the way are made. False
    // if HDF5 refuses.
    bool create(const File& file, const char* path, hid_t type, std::vector<hsize_t> row, hsize_t chunk);
    bool created() const { return bool(array_); }

    // `rows` rows of the native type `type` at the end.
    bool append(hid_t type, hsize_t rows, const void* data);

private:
    Array array_;
    std::vector<hsize_t> row_;
    hsize_t count_ = 0;
};

} // namespace kinelens::hdf5
