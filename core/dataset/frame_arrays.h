// FrameArrays: /frames/positions, /frames/tracked and, where known, /frames/body_id while a file is written.
// Frames are gathered to whole chunks before they go to HDF5, so that short sequences cost no small writes.
#pragma once

#include "core/dataset/dataset.h"
#include "core/dataset/hdf5_handle.h"

namespace kinelens {

class FrameArrays {
public:
    bool create(const hdf5::File& file, int bodies, int joints);
    bool append(const Motion& motion); // with all the dataset's bodies
    bool flush();
    std::int64_t count() const { return count_; }

private:
    bool create_body_ids();
    static constexpr std::int64_t chunk_frames = 256;

    hid_t file_ = -1;
    hsize_t bodies_ = 0;
    hsize_t joints_ = 0;
    hdf5::Array positions_;
    hdf5::Array tracked_;
    hdf5::Array body_ids_;
    Motion pending_;
    std::int64_t written_ = 0;
    std::int64_t count_ = 0;
};

} // namespace kinelens
