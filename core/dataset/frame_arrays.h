// FrameArrays: /frames/positions, /frames/tracked and, where known, /frames/body_id and /frames/confidence
// while a file is written. Frames are gathered to whole chunks before they go to HDF5, so that short
// sequences cost no small writes.
#pragma once

#include "core/dataset/dataset.h"
#include "core/dataset/growing_array.h"

namespace kinelens {

class FrameArrays {
public:
    // `file` must outlive this.
    bool create(const hdf5::File& file, const DatasetInfo& info);
    bool append(const Motion& motion); // with all the dataset's bodies
    bool flush();
    std::int64_t count() const { return count_; }

private:
    bool create_body_ids();
    bool create_confidence();
    bool append_measured(const std::vector<std::uint8_t>& tracked);
    void add_ids(const Motion& motion);
    void add_confidence(const Motion& motion);
    bool append_positions();
    static constexpr std::int64_t chunk_frames = 256;

    const hdf5::File* file_ = nullptr;
    hsize_t bodies_ = 0;
    hsize_t joints_ = 0;
    hsize_t dimensions_ = 3;
    hdf5::GrowingArray positions_;
    hdf5::GrowingArray tracked_;
    hdf5::GrowingArray body_ids_;
    hdf5::GrowingArray confidence_;
    std::vector<std::uint8_t> written_tracked_; // of all rows before confidence is known
    Motion pending_;
    std::int64_t count_ = 0;
};

} // namespace kinelens
