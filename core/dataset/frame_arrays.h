// FrameArrays: /frames/positions, /frames/tracked and, where known, /frames/body_id while a file is written.
// Frames are gathered to whole chunks before they go to HDF5, so that short sequences cost no small writes.
#pragma once

#include "core/dataset/dataset.h"
#include "core/dataset/growing_array.h"

namespace kinelens {

class FrameArrays {
public:
    // `file` must outlive this.
    bool create(const hdf5::File& file, int bodies, int joints);
    bool append(const Motion& motion); // with all the dataset's bodies
    bool flush();
    std::int64_t count() const { return count_; }

private:
    bool create_body_ids();
    static constexpr std::int64_t chunk_frames = 256;

    const hdf5::File* file_ = nullptr;
    hsize_t bodies_ = 0;
    hsize_t joints_ = 0;
    hdf5::GrowingArray positions_;
    hdf5::GrowingArray tracked_;
    hdf5::GrowingArray body_ids_;
    Motion pending_;
    std::int64_t count_ = 0;
};

} // namespace kinelens
